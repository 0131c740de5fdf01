"""No hostile submission gains a point, learns a secret, harms another or stops the grading."""

import json
import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import nbformat
import psutil
import pytest

from examiner.answers import fill_in, hand_in, solutions
from examiner.assignment import Assignment, is_test
from examiner.course import Course
from examiner.demo import side_course
from examiner.feedback import write_feedback
from examiner.grade import grade, open_assignment
from examiner.kernel import Kernel
from examiner.report import read_rows
from tests.conftest import NAME, without_pictures
from tests.hostile import Hostile, Mangled, notebook, read_hostile, read_mangled

FULL = 33  # all points but those of the written answer
SECRET = "planted-by-the-test"
HOSTILE = read_hostile()
MANGLED = read_mangled()
CHUNK = 12


def chunks(kind: str) -> list[list[Hostile]]:
    of_kind = [hostile for hostile in HOSTILE if hostile.kind == kind]
    return [of_kind[start : start + CHUNK] for start in range(0, len(of_kind), CHUNK)]


@pytest.fixture
def course(
    built: Course, sandbox: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Course]:
    """A course with short limits, and with secrets where only the grader can find them."""
    course = side_course(built, tmp_path)
    course.config.Limits.update(
        seconds_per_cell=4,
        seconds_per_call=3,
        seconds_per_submission=30,
        memory_megabytes=1000,
        scratch_megabytes=128,
    )
    stop_unless_kept_in(course)
    monkeypatch.setenv("GRADER_SECRET", SECRET)
    neighbour = course.path("submitted", "adam", NAME)
    neighbour.mkdir(parents=True)
    (neighbour / "diary.txt").write_text(SECRET)
    with TemporaryDirectory() as scratch:  # all files of the grading are in here
        os.chmod(scratch, 0o755)
        monkeypatch.setattr("tempfile.tempdir", scratch)
        yield course


def stop_unless_kept_in(course: Course) -> None:
    """End all testing at once if hostile code would run free on this machine."""
    with Kernel(course, {}) as kernel:
        ran = kernel.run("import os; print(os.getpid(), os.path.exists('/etc/passwd'))", 10)
    if ran.outputs[0].text != "2 False\n":
        pytest.exit("The sandbox is open: the hostile submissions are not run.", returncode=3)


def grade_all(course: Course, notebooks: dict[str, bytes]) -> Assignment:
    """Grade them, with an honest student before and after, whom nothing may harm."""
    assignment = without_pictures(open_assignment(course, NAME))
    honest = fill_in(assignment, solutions(assignment))
    hand_in(course, assignment, "adam", honest)
    hand_in(course, assignment, "zoe", honest)
    for student, data in notebooks.items():
        path = course.path("submitted", student, NAME) / f"{assignment.notebook}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
    before = set(psutil.Process().children(recursive=True))  # other tests' kernels
    for _ in grade(course, assignment, ["adam", *notebooks, "zoe"]):
        # What is left is the process that kernels are forked from, behind its wall.
        left = [
            process.name()
            for process in psutil.Process().children(recursive=True)
            if process not in before and process.status() != psutil.STATUS_ZOMBIE
        ]
        assert left in (["bwrap", "bwrap", "python"], ["bwrap", "bwrap", "python3"])
    assert os.listdir(gettempdir()) == []
    scores = {row.student: row.score for row in read_rows(course, assignment)}
    assert (scores.pop("adam"), scores.pop("zoe")) == (FULL, FULL)
    return assignment


@pytest.mark.parametrize(
    "chunk",
    [*chunks("forging"), *chunks("theft"), *chunks("damage")],
    ids=lambda chunk: f"{chunk[0].kind}-{chunk[0].name}",
)
def test_hostile(course: Course, chunk: list[Hostile]) -> None:
    assignment = without_pictures(open_assignment(course, NAME))
    notebooks = {h.name: nbformat.writes(notebook(h, assignment)).encode() for h in chunk}
    grade_all(course, notebooks)
    write_feedback(course, assignment)

    rows = {row.student: row for row in read_rows(course, assignment)}
    faults = []
    for hostile in chunk:
        row = rows[hostile.name]
        if row.score != hostile.points:
            faults.append(f"{hostile.name}: {row.score:g} points instead of {hostile.points:g}")
        if row.status not in hostile.statuses:
            faults.append(f"{hostile.name}: {row.status} ({row.reason})")
        text = outputs(course, hostile.name)
        page = (course.path("feedback", hostile.name, NAME) / "forward-pass.html").read_text()
        for words in (*hostile.never, "BEGIN HIDDEN"):
            if words in text or (words in unescape(page) and not in_the_source(hostile, words)):
                faults.append(f"{hostile.name}: shows {words!r}")
        faults += [f"{hostile.name}: page with {w!r}" for w in hostile.never_on_page if w in page]
        if SECRET in text:
            faults.append(f"{hostile.name}: shows the secret")
    assert faults == []


def outputs(course: Course, student: str) -> str:
    """All outputs of a graded notebook, as text."""
    path = course.path("autograded", student, NAME) / "forward-pass.ipynb"
    cells = nbformat.read(path, as_version=4).cells
    return re.sub(r"\x1b\[[0-9;]*m", "", str([cell.get("outputs") for cell in cells]))


def in_the_source(hostile: Hostile, words: str) -> bool:
    """A page shows the student's own code, with the words that it looks for."""
    return any(words in code for _, code in hostile.cells)


@pytest.mark.parametrize("part", range(4))
def test_mangled(course: Course, part: int) -> None:
    chunk: list[Mangled] = MANGLED[part::4]
    assignment = without_pictures(open_assignment(course, NAME))
    right = nbformat.writes(fill_in(assignment, solutions(assignment)))
    grade_all(course, {m.name: m.mangle(json.loads(right)) for m in chunk})
    rows = {row.student: row for row in read_rows(course, assignment)}
    found = {m.name: (rows[m.name].score, rows[m.name].status, rows[m.name].reason) for m in chunk}
    faults = {
        m.name: found[m.name]
        for m in chunk
        if found[m.name][0] != m.points or found[m.name][1] not in m.statuses
    }
    assert faults == {}


def test_there_are_many_and_each_says_what_it_tries() -> None:
    assert len({hostile.name for hostile in HOSTILE}) == len(HOSTILE) >= 90
    assert len(MANGLED) >= 35
    assert all(item.title.endswith(".") for item in [*HOSTILE, *MANGLED])


def test_the_base_of_the_forgers_earns_nothing(course: Course) -> None:
    """Else an attack that does nothing would seem to be held off."""
    assignment = without_pictures(open_assignment(course, NAME))
    nothing = Hostile("forging", "nothing", "", "wrong", 0, (), (), (), ())
    grade_all(course, {"nothing": nbformat.writes(notebook(nothing, assignment)).encode()})
    path = course.path("autograded", "nothing", NAME) / "forward-pass.ipynb"
    tests = [cell for cell in nbformat.read(path, as_version=4).cells if is_test(cell)]
    assert len(tests) == 22
    for cell in tests:
        assert [output.output_type for output in cell.outputs] == ["error"], cell.id
