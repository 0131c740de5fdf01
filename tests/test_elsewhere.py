"""The engine in somebody else's nbgrader course, with the lines that its README shows."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from examiner.assignment import load_assignment
from examiner.cli import main
from examiner.course import Course, open_course
from examiner.report import read_rows
from tests.conftest import ROOT

RIGHT = """
import csv
def middle(values):
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
def load(name):
    with open(name) as file:
        return [float(row[0]) for row in csv.reader(file)]
"""
TESTS = {
    "middle-odd": "assert middle([3, 1, 2]) == 2, 'the middle of 1, 2, 3'",
    "middle-even": "sorted([middle([4, 1]) == 2.5, middle([1, 2, 3, 4]) == 2.5]).count(True) / 2",
    "load-file": "assert load('data.csv') == [1.5, 2.5], 'the file'",
}


def cell(kind: str, grade_id: str, source: str, points: int = 0) -> nbformat.NotebookNode:
    metadata = {
        "schema_version": 3,
        "grade_id": grade_id,
        "locked": kind == "test",
        "grade": kind != "answer",
        "solution": kind != "test",
        "task": False,
    }
    if points:
        metadata["points"] = points
    new = new_markdown_cell if kind == "written" else new_code_cell
    return new(source, metadata={"nbgrader": metadata})


@pytest.fixture
def course(sandbox: None, tmp_path: Path) -> Course:
    lines = re.search(r"```python\n(.*?)```", (ROOT / "examiner" / "README.md").read_text(), re.S)
    assert lines is not None
    assert len(ast.parse(lines[1]).body) == 5
    root = tmp_path / "statistics"
    source = root / "source" / "ps1"
    source.mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.course_id = 'statistics'\n{lines[1]}"
    )
    (source / "data.csv").write_text("1.5\n2.5\n")
    solution = f"### BEGIN SOLUTION{RIGHT}### END SOLUTION"
    tests = [cell("test", name, text, points=1) for name, text in TESTS.items()]
    notebook = new_notebook(
        cells=[
            new_markdown_cell("# Medians"),
            cell("answer", "answers", solution),
            *tests,
            cell("written", "why", "Why not the mean?", points=2),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.write(notebook, source / "medians.ipynb")
    nbgrader(root, "generate_assignment", "ps1", "--create")
    return open_course(root)


def nbgrader(root: Path, *arguments: str) -> None:
    bin_ = Path(sys.executable).parent
    environment = {"PATH": f"{bin_}:/usr/bin:/bin", "HOME": str(root)}
    command = [str(bin_ / "nbgrader"), *arguments]
    ran = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def hand_in(course: Course, student: str, answer: str) -> Path:
    """Give the released notebook with an answer in it; the released data file is not there."""
    released = course.path("release", assignment="ps1") / "medians.ipynb"
    notebook = nbformat.read(released, as_version=4)
    notebook.cells[1].source = answer
    notebook.cells[-1].source = "One rich man moves the mean."
    path = course.path("submitted", student, "ps1") / "medians.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)
    return path


def test_another_course(course: Course) -> None:
    hand_in(course, "right", RIGHT)
    hand_in(course, "half", RIGHT.replace(") / 2", ") / len(ordered)"))
    hand_in(course, "forger", "import sys\nsys.displayhook = lambda value: print('1')\nmiddle = 1")
    hand_in(course, "killer", "import os\nos._exit(0)")
    hand_in(course, "broken", "").write_text("{")
    renamed = hand_in(course, "renamed", RIGHT)
    renamed.rename(renamed.with_name("my medians.ipynb"))
    (hand_in(course, "link", RIGHT).parent / "leak.txt").symlink_to(course.root / "gradebook.db")
    nbgrader(course.root, "autograde", "ps1")
    nbgrader(course.root, "generate_feedback", "ps1")

    rows = {row.student: row for row in read_rows(course, load_assignment(course, "ps1"))}
    assert {name: row.exercises["answers"] for name, row in rows.items()} == {
        "right": 3, "half": 2.5, "forger": 0, "killer": 0, "broken": 0, "renamed": 3, "link": 3,
    }  # fmt: skip
    assert {name: row.status for name, row in rows.items() if row.status != "graded"} == {
        "killer": "crashed",
        "broken": "malformed",
    }
    assert rows["right"].waiting == {"why"}
    assert "called 'my medians.ipynb'" in rows["renamed"].reason
    page = (course.path("feedback", "forger", "ps1") / "medians.html").read_text()
    assert "cannot be called" in page or "not callable" in page
    assert not list(course.root.rglob("leak.txt*"))[1:]

    # The same again by our own command.
    assert main(["--course-dir", str(course.root), "grade", "ps1"]) == 0
    again = {row.student: row for row in read_rows(course, load_assignment(course, "ps1"))}
    assert again == rows


def test_the_examiner_knows_nothing_of_this_course() -> None:
    for path in (ROOT / "examiner").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "dropoutlab" not in text, path
        assert "import torch" not in text, path
