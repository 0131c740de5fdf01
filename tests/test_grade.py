"""Grading as an instructor does it: a class of submissions, some of them in a sorry state."""

import csv
import os
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path
from time import sleep

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.apps import NbGraderAPI

import examiner.cli
import examiner.examine
from examiner.answers import fill_in, hand_in, solutions
from examiner.assignment import Assignment, load_assignment
from examiner.cli import main
from examiner.course import Course, open_course
from examiner.examine import Examiner
from examiner.grade import open_assignment
from examiner.outcome import Outcome
from examiner.report import Row, read_rows
from examiner.submission import Submission
from tests.conftest import NAME

FILE = "forward-pass.ipynb"
FULL = 33  # all points but those of the written answer


@pytest.fixture
def own(built: Course, tmp_path: Path) -> Course:
    """A course whose submissions and gradebook belong to one test."""
    root = tmp_path / "course"
    shutil.copytree(built.root, root)
    config = root / "grader_config.py"
    config.write_text(config.read_text().replace("seconds_per_cell = 30", "seconds_per_cell = 3"))
    return open_course(root)


@pytest.fixture
def assignment(own: Course) -> Assignment:
    return load_assignment(own, NAME)


def give(course: Course, student: str, **answers: str) -> Path:
    """Hand in the author's answers, some of them replaced, and return the folder."""
    assignment = load_assignment(course, NAME)
    hand_in(course, assignment, student, fill_in(assignment, solutions(assignment) | answers))
    return course.path("submitted", student, NAME)


def run(course: Course, *arguments: str) -> int:
    return main(["--course-dir", str(course.root), *arguments])


def rows(course: Course) -> dict[str, Row]:
    return {row.student: row for row in read_rows(course, load_assignment(course, NAME))}


def test_mangled_submissions_cost_only_their_owners(own: Course, assignment: Assignment) -> None:
    give(own, "anna")
    (give(own, "broken") / FILE).write_text('{"cells": [')
    (give(own, "empty") / FILE).write_bytes(b"")
    (give(own, "gone") / FILE).unlink()
    renamed = give(own, "renamed")
    (renamed / FILE).rename(renamed / "Forward-Pass (2).ipynb")
    several = give(own, "several")
    (several / FILE).rename(several / "a.ipynb")
    shutil.copy(several / "a.ipynb", several / "b.ipynb")
    shutil.rmtree(give(own, "idle"))
    folder = give(own, "folder")
    (folder / FILE).unlink()
    (folder / FILE).mkdir()
    link = give(own, "link")
    (link / FILE).unlink()
    (link / FILE).symlink_to(own.path("submitted", "anna", NAME) / FILE)
    for student, extra in (("deleted", 0), ("doubled", 2)):
        path = give(own, student) / FILE
        notebook = nbformat.read(path, as_version=4)
        tests = [cell for cell in notebook.cells if "points" in cell.metadata.get("nbgrader", {})]
        kept = [cell for cell in notebook.cells if cell not in tests]
        copies = [
            NotebookNode(cell | {"id": f"{n}{cell.id}"}) for n in range(extra) for cell in tests
        ]
        notebook.cells = kept + copies
        nbformat.write(notebook, path)
    give(own, "zoe")

    assert run(own, "grade", NAME) == 0
    found = rows(own)
    assert {name: row.status for name, row in found.items() if row.status != "graded"} == {
        "broken": "malformed",
        "empty": "malformed",
        "several": "malformed",
        "folder": "malformed",
        "link": "malformed",
        "gone": "missing",
        "idle": "missing",
    }
    for name, row in found.items():
        assert row.score == (FULL if row.status == "graded" else 0), name
        assert bool(row.reason) == (name not in ("anna", "zoe")), name
    assert "called 'Forward-Pass (2).ipynb'" in found["renamed"].reason
    assert "Missing graded cells: sample_keep_mask-boolean, " in found["deleted"].reason
    assert "Repeated graded cells, each counts once: " in found["doubled"].reason
    assert "several other notebooks" in found["several"].reason

    assert run(own, "feedback", NAME) == 0
    page = (own.path("feedback", "broken", NAME) / "forward-pass.html").read_text()
    assert "broken in line 1" in page
    assert "hand it in again" in page
    assert not own.path("feedback", "idle", NAME).exists()

    assert run(own, "export", NAME, "--to", str(own.root / "g.csv")) == 0
    with (own.root / "g.csv").open() as file:
        table = {line["student"]: line for line in csv.DictReader(file)}
    assert sorted(table) == sorted(found)
    assert table["anna"]["sample_keep_mask"] == "7"
    assert table["anna"]["score"] == "33"
    assert table["anna"]["max_score"] == "36"
    assert table["anna"]["waits_for_person"] == "own-words"
    assert table["broken"]["status"] == "malformed"
    assert table["broken"]["score"] == "0"


def test_a_resubmission_replaces_the_old_score(own: Course) -> None:
    path = give(own, "eve") / FILE
    good = path.read_bytes()
    run(own, "grade", NAME)
    assert rows(own)["eve"].score == FULL
    with own.gradebook() as gradebook:  # a person reads the written answer
        gradebook.find_grade("own-words", "forward-pass", NAME, "eve").manual_score = 2
        gradebook.db.commit()

    run(own, "grade", NAME)
    assert rows(own)["eve"].score == FULL + 2  # and keeps these points when it is graded again
    assert rows(own)["eve"].waiting == {"own-words"}

    path.write_text("not a notebook")
    run(own, "grade", NAME)
    assert (rows(own)["eve"].status, rows(own)["eve"].score) == ("malformed", 0)
    assert rows(own)["eve"].waiting == set()

    give(own, "eve", Dropout="class Dropout:\n    pass")
    run(own, "grade", NAME)
    assert (rows(own)["eve"].status, rows(own)["eve"].score) == ("graded", FULL - 8)

    path.unlink()
    run(own, "grade", NAME)
    assert (rows(own)["eve"].status, rows(own)["eve"].score) == ("missing", 0)
    assert not own.path("autograded", "eve", NAME).exists()

    path.write_bytes(good)
    run(own, "grade", NAME)
    assert (rows(own)["eve"].status, rows(own)["eve"].score) == ("graded", FULL)


def test_code_that_kills_hangs_or_shouts(own: Course) -> None:
    give(own, "killer", vanilla_dropout="import os\nos._exit(3)")
    give(own, "loop", dropout_moments="while True:\n    pass")
    give(own, "slow", dropout_moments="def dropout_moments(x, p):\n    while True:\n        pass")
    warner = solutions(load_assignment(own, NAME))["vanilla_dropout"].replace(
        "if training:",
        "import sys, warnings\n    warnings.warn('careful')\n"
        "    print('x', file=sys.stderr)\n    if training:",
    )
    give(own, "warner", vanilla_dropout=warner)
    give(own, "after")
    assert run(own, "grade", NAME) == 0
    found = rows(own)
    assert (found["killer"].status, found["killer"].score) == ("crashed", FULL - 6)
    assert "(vanilla_dropout): The Python process died." in found["killer"].reason
    assert found["loop"].status == "timed out"
    assert "ran for 3 seconds and was stopped" in found["loop"].reason
    assert found["loop"].score == FULL - 4
    assert (found["slow"].status, found["slow"].score) == ("graded", FULL - 4)
    graded = own.path("autograded", "slow", NAME) / FILE
    assert "Your code was still running after 3 seconds" in graded.read_text()
    assert (found["warner"].status, found["warner"].score) == ("graded", FULL)
    assert (found["after"].status, found["after"].score) == ("graded", FULL)


def test_late_and_unreadable_times(own: Course) -> None:
    (give(own, "late") / "timestamp.txt").write_text("2026-11-20 19:30:00 UTC")
    (give(own, "odd") / "timestamp.txt").write_text("yesterday, honestly")
    with own.gradebook() as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate="2026-11-20 18:00:00 UTC")
    config = own.root / "grader_config.py"
    config.write_text(config.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    assert run(own, "grade", NAME) == 0
    found = rows(own)
    assert found["late"].hours_late == 1.5
    assert found["late"].penalty == FULL
    assert found["late"].score == 0
    assert found["late"].submitted == "2026-11-20T19:30:00Z"
    assert found["odd"].score == FULL
    assert "timestamp.txt, cannot be read" in found["odd"].reason


def test_one_student_alone(own: Course, capsys: pytest.CaptureFixture[str]) -> None:
    give(own, "one")
    give(own, "two")
    assert run(own, "grade", NAME, "--student", "two") == 0
    assert set(rows(own)) == {"two"}
    assert run(own, "grade", NAME, "--student", "nobody") == 1
    assert "no student 'nobody'" in capsys.readouterr().err


def test_stopping_in_the_middle_loses_nothing(
    own: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for student in ("a", "b", "c"):
        give(own, student)
    examine, calls = Examiner.examine, []

    def interrupted(self: Examiner, submission: Submission) -> Outcome:
        calls.append(submission)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return examine(self, submission)

    monkeypatch.setattr(Examiner, "examine", interrupted)
    assert run(own, "grade", NAME) == 130
    assert "graded so far are recorded" in capsys.readouterr().err
    assert rows(own)["a"].score == FULL
    assert set(rows(own)) == {"a"}
    monkeypatch.undo()
    capsys.readouterr()
    assert run(own, "grade", NAME) == 0
    assert [row.score for row in rows(own).values()] == [FULL] * 3
    told = capsys.readouterr().out
    assert "[1/2] b: graded" in told
    assert "1 of them were graded before" in told


def test_killing_the_grader_loses_nothing(own: Course) -> None:
    for student in ("a", "b", "c"):
        give(own, student)
    command = [sys.executable, "-m", "examiner.cli", "--course-dir", str(own.root), "grade", NAME]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as grader:
        while not own.path("autograded", "b", NAME).exists():
            assert grader.poll() is None
            sleep(0.01)
        grader.kill()
    first = {row.student: (row.status, row.score) for row in rows(own).values()}
    assert first["a"] == ("graded", FULL)
    assert first.get("b") in (None, ("missing", 0), ("graded", FULL))  # whole or not at all
    assert run(own, "grade", NAME) == 0
    assert [(row.status, row.score) for row in rows(own).values()] == [("graded", FULL)] * 3


def test_a_fault_of_the_grader_stops_nobody_else(
    own: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(own, "a")
    give(own, "b")
    sanitise = examiner.examine.sanitise
    calls = []

    def faulty(*arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == 1:
            raise RuntimeError("a bug")
        return sanitise(*arguments)

    monkeypatch.setattr(examiner.examine, "sanitise", faulty)
    assert run(own, "grade", NAME) == 0
    assert (rows(own)["a"].status, rows(own)["b"].score) == ("crashed", FULL)
    assert "a bug" in rows(own)["a"].reason


@pytest.mark.parametrize("workers", "12")
def test_a_broken_machine_gives_nobody_zero(
    own: Course, capsys: pytest.CaptureFixture[str], workers: str
) -> None:
    """If the author's own answers fail here, grading is refused before it starts."""
    give(own, "a")
    text = own.root / "source" / NAME / "forward-pass.py"
    text.write_text(text.read_text().replace("import dropoutlab  #", "import dropoutlab_lost  #"))
    assert run(own, "grade", NAME, "--workers", workers) == 1
    assert "No module named 'dropoutlab_lost'" in capsys.readouterr().err
    assert rows(own) == {}


def test_mistakes_of_the_instructor_are_told(
    own: Course, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(own, "grade", "7-magic") == 1
    assert "There is no assignment '7-magic'" in capsys.readouterr().err
    assert run(own, "grade", NAME) == 1
    assert "There are no submissions" in capsys.readouterr().err
    assert run(own, "feedback", NAME) == 1
    assert "Nothing is graded yet" in capsys.readouterr().err
    assert main(["--course-dir", str(tmp_path / "nowhere"), "build"]) == 1
    assert "There is no grader_config.py" in capsys.readouterr().err


def test_grading_works_without_building_first(own: Course) -> None:
    """The gradebook learns about the assignment when it is needed."""
    give(own, "a")
    db = f"sqlite:///{own.root / 'other.db'}"
    for path in own.root.glob("source/*/*.ipynb"):
        path.unlink()
    assert run(own, "grade", NAME, "--db", db) == 0
    assert rows(open_course(own.root, db))["a"].score == FULL
    assert rows(own) == {}


def test_feedback_neutralises_html_and_hides_tests(own: Course) -> None:
    evil = "from IPython.display import HTML\nHTML('<script>steal()</script><b>bold</b>')\n"
    give(own, "evil", sample_keep_mask=evil)
    path = own.path("submitted", "evil", NAME) / FILE
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(
        nbformat.v4.new_markdown_cell("<script>steal()</script> <img src=x onerror=steal()>")
    )
    nbformat.write(notebook, path)
    run(own, "grade", NAME)
    run(own, "feedback", NAME)
    page = (own.path("feedback", "evil", NAME) / "forward-pass.html").read_text()
    assert "<script>steal()" not in page
    assert "onerror=steal()>" not in page
    assert "NameError: name 'sample_keep_mask' is not defined" in unescape(page)
    assert "BEGIN HIDDEN" not in page
    assert "seed=10" not in page


def test_formgraders_button_uses_the_same_engine(own: Course) -> None:
    give(own, "button")
    give(own, "forger", Dropout="import sys\nsys.displayhook = print\nDropout = 1")
    (give(own, "broken") / FILE).write_text("{")
    (give(own, "pipe") / "more").mkdir()
    os.mkfifo(own.path("submitted", "pipe", NAME) / "fifo")
    open_assignment(own, NAME)
    api = NbGraderAPI(own.directories, config=own.config)
    for student in ("button", "forger", "broken", "pipe"):
        assert api.autograde(NAME, student)["success"]
    found = {name: (row.status, row.score) for name, row in rows(own).items()}
    assert found == {
        "button": ("graded", FULL),
        "forger": ("graded", FULL - 8),
        "broken": ("malformed", 0),
        "pipe": ("graded", FULL),
    }
    again = api.autograde(NAME, "button", force=True)
    assert again["success"]
    assert rows(own)["button"].score == FULL


def test_plain_nbgrader_finds_the_configuration(own: Course) -> None:
    """Without our command: nbgrader generates the same notebook and autogrades with the limits."""
    give(own, "stock")
    bin_ = Path(sys.executable).parent
    environment = {"PATH": f"{bin_}:/usr/bin:/bin", "HOME": str(own.root)}
    released = (own.root / "notebooks" / NAME / FILE).read_bytes()
    for command in (
        ["generate_assignment", NAME, "--force"],
        ["generate_solution", NAME, "--force"],
        ["autograde", NAME],
        ["generate_feedback", NAME],
    ):
        subprocess.run(
            [bin_ / "nbgrader", *command],
            cwd=own.root,
            env=environment,
            check=True,
            capture_output=True,
        )
    assert (own.root / "notebooks" / NAME / FILE).read_bytes() == released
    assert [path.name for path in (own.root / "notebooks" / NAME).iterdir()] == [FILE]
    assert rows(own)["stock"].score == FULL
    page = (own.path("feedback", "stock", NAME) / "forward-pass.html").read_text()
    assert "BEGIN HIDDEN" not in page
