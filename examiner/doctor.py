"""Is this machine ready? One line per question, with what to do where the answer is no."""

import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from packaging.requirements import Requirement

from .course import Course, CourseError, open_course
from .examine import start_parent
from .wall import complaint_about

DISTRIBUTION = "dropout-course"


def examine_machine(root: Path, db: str | None) -> Iterator[tuple[bool, str]]:
    """Whether each thing is in order, with a sentence about it."""
    ok = sys.version_info >= (3, 11)
    yield ok, f"Python {sys.version.split()[0]}" + ("" if ok else ": 3.11 or newer is needed.")
    yield from _packages()
    try:
        course = open_course(root, db)
        yield True, f"The course in {course.root} can be read."
    except CourseError as error:
        yield False, str(error)
        return
    complaint = complaint_about(course)
    yield not complaint, complaint or "The sandbox works: bubblewrap is there and may be used."
    if not complaint:
        parent = start_parent(course, [])
        way = "each start for themselves, which is slower" if parent is None else "are forked"
        yield True, f"Kernels {way}."
        if parent is not None:
            parent.close()
    yield _gradebook(course)
    free = shutil.disk_usage(course.root).free / 1e9
    yield free > 1, f"{free:.0f} GB of disk are free" + ("." if free > 1 else ": make room.")


def _packages() -> Iterator[tuple[bool, str]]:
    bad = []
    for line in requires(DISTRIBUTION) or []:
        requirement = Requirement(line)
        if requirement.marker and not requirement.marker.evaluate({"extra": "grader"}):
            continue
        try:
            found = version(requirement.name)
            if not requirement.specifier.contains(found, prereleases=True):
                bad.append(f"{requirement.name} {found} (wanted {requirement.specifier})")
        except PackageNotFoundError:
            bad.append(f"{requirement.name} (missing)")
    if bad:
        yield False, f"Packages to install: {', '.join(bad)}. Run `pip install '.[grader]'`."
    else:
        yield True, "All packages are there in the versions that are wanted."


def _gradebook(course: Course) -> tuple[bool, str]:
    try:
        with course.gradebook() as gradebook:
            count = len(gradebook.students)
        return True, f"The gradebook {course.directories.db_url} opens, with {count} students."
    except Exception as error:
        reason = str(error).split("\n")[0]
        return False, f"The gradebook {course.directories.db_url} does not open: {reason}"
