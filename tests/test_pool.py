"""Grading in other processes, and what becomes of those that die or hang."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook

import examiner.pool
from examiner.assignment import Assignment
from examiner.cli import main
from examiner.course import Course, CourseError, open_course
from examiner.grade import Workers, grade, open_assignment
from examiner.report import read_rows
from tests.test_elsewhere import cell

CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "small"
c.Autograde.exporter_class = "examiner.stock.Examine"
c.Sandbox.kind = "none"
c.Limits.seconds_per_submission = 2
"""
# What a test does in the grader's own process is not bounded by anything but the pool.
TEST = """
import os, time
value = answer()
if value == 13:
    os._exit(1)
if value == 14:
    time.sleep(1000)
assert value == 42
"""


@pytest.fixture
def small(tmp_path: Path) -> Course:
    """A course of one test, which can be made to kill or to block the grader."""
    (tmp_path / "grader_config.py").write_text(CONFIG)
    source = tmp_path / "source" / "ps1"
    source.mkdir(parents=True)
    solution = "### BEGIN SOLUTION\ndef answer():\n    return 42\n### END SOLUTION"
    notebook = new_notebook(
        cells=[cell("answer", "answer", solution), cell("test", "is-right", TEST, points=1)],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.write(notebook, source / "ps1.ipynb")
    return open_course(tmp_path)


def hand_in(course: Course, student: str, value: int) -> None:
    path = course.path("submitted", student, "ps1") / "ps1.ipynb"
    path.parent.mkdir(parents=True)
    code = f"def answer():\n    return {value}"
    notebook = new_notebook(cells=[new_code_cell(code, id="answer")])
    notebook.cells[0].metadata["nbgrader"] = {
        "grade": False, "grade_id": "answer", "locked": False, "schema_version": 3,
        "solution": True, "task": False,
    }  # fmt: skip
    nbformat.write(notebook, path)


def results(course: Course, assignment: Assignment) -> dict[str, tuple[str, float]]:
    return {row.student: (row.status, row.score) for row in read_rows(course, assignment)}


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """A Dask scheduler with two workers, as somebody else would start them."""
    file = tmp_path / "scheduler.json"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
        command += ["--no-dashboard", "--scheduler-file", str(file)]
        return subprocess.Popen(command, cwd=elsewhere, stderr=subprocess.DEVNULL)

    started = [
        start("dask_scheduler", "--host", "127.0.0.1", "--port", "0"),
        start("dask_worker", "--nthreads", "1"),
        start("dask_worker", "--nthreads", "1"),
    ]
    while not file.exists():
        assert started[0].poll() is None
        sleep(0.05)
    yield json.loads(file.read_text())["address"]
    for process in started:
        for child in psutil.Process(process.pid).children(recursive=True):
            child.kill()
        process.kill()
        process.wait()


def test_two_processes_give_what_one_gives(small: Course, scheduler: str) -> None:
    assignment = open_assignment(small, "ps1")
    for number in range(6):
        hand_in(small, f"s{number}", 42 if number % 2 else number)
    (small.path("submitted", "s6", "ps1")).mkdir(parents=True)
    students = [f"s{number}" for number in range(7)]
    wanted = {f"s{number}": ("graded", float(number % 2)) for number in range(6)}
    wanted["s6"] = ("missing", 0.0)
    for workers in (Workers(1), Workers(2), Workers(scheduler=scheduler)):
        told = dict(grade(small, assignment, students, workers, trial=True))
        assert {s: (o.status, sum(o.scores.values())) for s, o in told.items()} == wanted
        assert results(small, assignment) == wanted


def test_who_kills_or_blocks_the_grader_harms_nobody_else(
    small: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examiner.pool, "SECONDS_OF_GRACE", 1)
    assignment = open_assignment(small, "ps1")
    values = {"a": 42, "b": 13, "c": 42, "d": 14, "e": 42, "f": 42}
    for student, value in values.items():
        hand_in(small, student, value)
    list(grade(small, assignment, [*values], Workers(2)))
    found = results(small, assignment)
    assert found.pop("b") == found.pop("d") == ("crashed", 0.0)
    assert set(found.values()) == {("graded", 1.0)}
    rows = {row.student: row for row in read_rows(small, assignment)}
    assert "Grading it ended the process that did so, 2 times." in rows["b"].reason


def test_authors_answers_that_kill_the_grader_are_told(small: Course) -> None:
    path = small.path("source", assignment="ps1") / "ps1.ipynb"
    path.write_text(path.read_text().replace("return 42", "return 13"))
    hand_in(small, "a", 42)
    outcomes = grade(small, open_assignment(small, "ps1"), ["a"], Workers(2), trial=True)
    with pytest.raises(CourseError, match="the author's own answers ended the process"):
        list(outcomes)


def test_a_scheduler_that_is_not_there_is_told(
    small: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(examiner.pool, "SECONDS_FOR_A_WORKER", 1)
    hand_in(small, "a", 42)
    command = ["--course-dir", str(small.root), "grade", "ps1"]
    assert main([*command, "--scheduler", "tcp://127.0.0.1:9"]) == 1
    assert "No Dask scheduler answers at tcp://127.0.0.1:9." in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([*command, "--workers", "none"])
    assert "'none' is not a number of processes" in capsys.readouterr().err
