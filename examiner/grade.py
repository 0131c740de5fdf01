"""Grade the submissions of an assignment; none of them stops the rest."""

import json
import os
import shutil
import sys
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import nbformat

from .assignment import Assignment
from .build import register, write_source
from .course import Course
from .examine import Examiner, not_graded
from .outcome import MALFORMED, MISSING, Outcome
from .record import make_tables, read_marks, record
from .submission import Malformed, Missing, Submission, read_submission, released_files

FEW = 2  # too few to gain from a process that is warm
MANY = 20  # enough to gain from several processes


@dataclass(frozen=True)
class Workers:
    """Who grades: this process, so many others on this machine, or those of a Dask scheduler."""

    number: int = 1
    scheduler: str = ""  # its address, such as tcp://10.0.0.7:8786


def suitable_number(submissions: int) -> int:
    """How many processes grade so many submissions soonest: starting them takes a while."""
    if submissions < MANY:
        return 1
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def open_assignment(course: Course, name: str) -> Assignment:
    """The assignment, built from its text and known to the gradebook, ready for grading.

    Raises CourseError if it does not exist or is wrong.
    """
    assignment = write_source(course, name)
    register(course, assignment)
    return assignment


def unchanged(course: Course, assignment: Assignment, students: list[str]) -> set[str]:
    """Those whose submission has been graded as it is now, with this assignment and settings."""
    with course.gradebook() as gradebook:
        marks = read_marks(gradebook, assignment.name)
    fingerprint = Fingerprints(course, assignment)
    return {
        student
        for student in students
        if student in marks
        and marks[student].fingerprint == fingerprint(_read(course, assignment, student))
        and (
            marks[student].status == MISSING
            or course.path("autograded", student, assignment.name).is_dir()
        )
    }


def grade(
    course: Course,
    assignment: Assignment,
    students: list[str],
    who: Workers | Examiner = Workers(),
    trial: bool = False,
) -> Generator[tuple[str, Outcome]]:
    """Grade and record the submission of each student, and tell how it ended.

    With a `trial` the author's own answers are run first. An examiner that is given is left open.

    Raises CourseError if the author's answers do not pass, or nobody's submission could be run.

    Nothing that a student hands in raises. What has been told is in the gradebook; whoever stops
    listening stops the grading.
    """
    fingerprint = Fingerprints(course, assignment)
    fingerprints: dict[str, str] = {}
    settled: list[tuple[str, Outcome]] = []

    def submissions() -> Iterator[tuple[str, Submission]]:
        for student in students:
            found = _read(course, assignment, student)
            fingerprints[student] = fingerprint(found)
            if isinstance(found, Outcome):
                settled.append((student, found))
            else:
                yield student, found

    with (
        course.gradebook() as gradebook,
        closing(_examine(course, assignment, submissions(), len(students), who, trial)) as examined,
    ):
        make_tables(gradebook)

        def keep(student: str, outcome: Outcome) -> tuple[str, Outcome]:
            _write_autograded(course, assignment, student, outcome)
            mark = fingerprints.pop(student) if outcome.lasting else ""
            record(course, gradebook, assignment, student, outcome, mark)
            return student, outcome

        for student, outcome in examined:
            while settled:
                yield keep(*settled.pop())
            yield keep(student, outcome)
        while settled:
            yield keep(*settled.pop())


def _examine(
    course: Course,
    assignment: Assignment,
    submissions: Iterator[tuple[str, Submission]],
    most: int,
    who: Workers | Examiner,
    trial: bool,
) -> Generator[tuple[str, Outcome]]:
    files = released_files(course, assignment)
    if isinstance(who, Workers) and (who.scheduler or who.number > 1):
        from .pool import examine_in_processes  # it imports Dask, which few submissions can spare

        yield from examine_in_processes(
            course, assignment, files, submissions, who.number, who.scheduler, trial
        )
        return
    with ExitStack() as stack:
        if isinstance(who, Workers):
            warm = most > FEW
            who = stack.enter_context(Examiner(course, assignment, files, warm))
        if trial:
            who.run_solved()
        for student, submission in submissions:
            yield student, who.examine(submission)


def _read(course: Course, assignment: Assignment, student: str) -> Submission | Outcome:
    try:
        return read_submission(course, assignment, student)
    except Missing as missing:
        return Outcome(MISSING, str(missing))
    except Malformed as malformed:
        return not_graded(assignment, MALFORMED, str(malformed))


class Fingerprints:
    """What a submission's outcome depends on, in 64 characters."""

    def __init__(self, course: Course, assignment: Assignment) -> None:
        settings = {name: part for name, part in course.config.items() if name != "CourseDirectory"}
        with course.gradebook() as gradebook:
            due = gradebook.find_assignment(assignment.name).duedate
        code = [path.read_bytes() for path in sorted(Path(__file__).parent.rglob("*.py"))]
        self._common = sha256(
            json.dumps([settings, str(due)], sort_keys=True, default=str).encode()
            + nbformat.writes(assignment.source).encode()
            + repr(sorted(released_files(course, assignment).items())).encode()
            + b"".join(code)
        ).digest()

    def __call__(self, found: Submission | Outcome) -> str:
        """The fingerprint of what was handed in, or of what was wrong with finding it."""
        return sha256(self._common + repr(found).encode()).hexdigest()


def _write_autograded(
    course: Course, assignment: Assignment, student: str, outcome: Outcome
) -> None:
    """Keep the graded notebook where Formgrader and the feedback look for it."""
    folder = course.path("autograded", student, assignment.name)
    if folder.exists():
        shutil.rmtree(folder)
    if not outcome.text:
        return
    folder.mkdir(parents=True)
    (folder / f"{assignment.notebook}.ipynb").write_text(outcome.text, encoding="utf-8")
    if outcome.timestamp is not None:
        (folder / "timestamp.txt").write_text(f"{outcome.timestamp.isoformat()} UTC\n")
