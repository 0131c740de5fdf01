"""Grade the submissions of an assignment, one after the other; none of them stops the rest."""

import shutil
from collections.abc import Iterator

import nbformat
from nbformat.v4 import new_markdown_cell, new_notebook

from .assignment import Assignment
from .build import register, write_source
from .course import Course, CourseError
from .execute import execute
from .record import CRASHED, GRADED, MALFORMED, MISSING, TIMED_OUT, Outcome, record
from .sanitise import sanitise
from .submission import Malformed, Missing, read_submission, released_files


def open_assignment(course: Course, name: str) -> Assignment:
    """The assignment, built from its text and known to the gradebook, ready for grading.

    Raises CourseError if it does not exist or is wrong.
    """
    assignment = write_source(course, name)
    register(course, assignment)
    return assignment


def grade(
    course: Course, assignment: Assignment, students: list[str]
) -> Iterator[tuple[str, Outcome]]:
    """Grade and record the submission of each student, and tell how it ended.

    Nothing that a student hands in raises.
    """
    for student in students:
        outcome = examine(course, assignment, student)
        try:
            write_autograded(course, assignment, student, outcome)
        except ValueError as error:  # it cannot be put on paper: nothing of it may count then
            outcome = Outcome(CRASHED, f"The graded notebook cannot be written: {error}")
            write_autograded(course, assignment, student, outcome)
        record(course, assignment, student, outcome)
        yield student, outcome


def examine(course: Course, assignment: Assignment, student: str) -> Outcome:
    """Read, put together and run one submission.

    A fault of this program in one of them is told and does not keep the others from being graded.

    Raises CourseError where nobody's submission could be run.
    """
    try:
        return _examine(course, assignment, student)
    except CourseError:
        raise
    except Exception as error:
        return Outcome(CRASHED, f"The grader itself failed: {type(error).__name__}: {error}")


def _examine(course: Course, assignment: Assignment, student: str) -> Outcome:
    try:
        submission = read_submission(course, assignment, student)
    except Missing as missing:
        return Outcome(MISSING, str(missing))
    except Malformed as malformed:
        return Outcome(MALFORMED, str(malformed))
    timestamp = submission.timestamp
    try:
        notebook, notes = sanitise(submission.data, assignment, course.limits)
    except Malformed as malformed:
        return Outcome(MALFORMED, str(malformed), timestamp=timestamp)
    files = submission.files | released_files(course, assignment)
    run = execute(notebook, assignment, course, files)
    status = CRASHED if run.crashes else TIMED_OUT if run.time_outs else GRADED
    reason = " ".join([*run.crashes, *run.time_outs, *submission.notes, *notes])
    return Outcome(status, reason, run.notebook, timestamp)


def write_autograded(
    course: Course, assignment: Assignment, student: str, outcome: Outcome
) -> None:
    """Keep the graded notebook where Formgrader and the feedback look for it.

    A submission that could not be graded leaves a notebook that says why; one that is missing,
    nothing.
    """
    folder = course.path("autograded", student, assignment.name)
    if folder.exists():
        shutil.rmtree(folder)
    if outcome.status == MISSING:
        return
    notebook = nbformat.from_dict(outcome.notebook or new_notebook())
    words = f"**{outcome.status.capitalize()}.** {outcome.reason}"
    if outcome.notebook is None:
        words += (
            f"\n\nNo points could be given. Open {assignment.notebook}.ipynb in JupyterLab, choose "
            "*Kernel > Restart Kernel and Run All Cells*, save it and hand it in again."
        )
    notebook.cells.insert(0, new_markdown_cell(words, id="status"))
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{assignment.notebook}.ipynb")
    if outcome.timestamp is not None:
        (folder / "timestamp.txt").write_text(f"{outcome.timestamp.isoformat()} UTC\n")
