"""A built copy of the course for every worker, so that no test touches the checkout."""

import dropoutlab  # noqa: F401, I001  first: it limits BLAS to one thread, and two fight for a core

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

from examiner.assignment import Assignment
from examiner.build import build
from examiner.course import Course, open_course
from examiner.demo import side_course
from examiner.grade import open_assignment
from examiner.wall import complaint_about

ROOT = Path(__file__).parent.parent
NAME = "2-forward-pass"


def pytest_addoption(parser: pytest.Parser) -> None:
    """All seeds take much longer: they are for who has changed a check or a right answer."""
    parser.addoption(
        "--all-seeds", action="store_true", help="try every right answer with 500 to 2000 seeds"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Spread the hostile tests, which mostly wait, among those that compute.

    Else few processes would be left with them at the end.
    """
    waiting = [item for item in items if item.path.name == "test_hostile.py"]
    others = [item for item in items if item.path.name != "test_hostile.py"]
    for number, item in enumerate(waiting):
        others.insert(number * len(items) // len(waiting), item)
    items[:] = others


def copy_course(to: Path) -> Path:
    """Copy what a course is made of, without anything generated."""
    for name in ("source", "answers"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("*.ipynb"))
    for name in ("grader_config.py", "nbgrader_config.py"):
        shutil.copy(ROOT / name, to / name)
    return to


def without_pictures(assignment: Assignment) -> Assignment:
    """The assignment with its answers, its tests and what they need, to be quicker."""
    source = nbformat.from_dict(assignment.source)
    source.cells = [
        cell for cell in source.cells if cell.metadata.get("nbgrader") or "import" in cell.source
    ]
    return Assignment(assignment.name, assignment.notebook, source)


@dataclass
class Class:
    """A course with submissions of its own."""

    course: Course
    assignment: Assignment


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = open_course(copy_course(tmp_path_factory.mktemp("course")))
    build(course, NAME, say=lambda text: None)
    return course


@pytest.fixture
def class_(built: Course, tmp_path: Path) -> Class:
    course = side_course(built, tmp_path)
    return Class(course, open_assignment(course, NAME))


@pytest.fixture(scope="session")
def sandbox(built: Course) -> None:
    """Skip without a sandbox, or fail where REQUIRE_SANDBOX says that there has to be one."""
    complaint = complaint_about(built)
    if complaint and os.environ.get("REQUIRE_SANDBOX"):
        pytest.fail(complaint)
    if complaint:
        pytest.skip(complaint)
