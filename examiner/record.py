"""Write the gradebook. A submission is written as a whole or not at all."""

from dataclasses import dataclass
from datetime import datetime

from nbformat import NotebookNode
from nbgrader.api import Grade, Gradebook, SubmittedAssignment
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import determine_grade, is_grade
from sqlalchemy import Column, MetaData, String, Table, Text, delete, insert, select

from .assignment import Assignment, grade_id
from .course import Course

GRADED, CRASHED, TIMED_OUT, MALFORMED, MISSING = (
    "graded",
    "crashed",
    "timed out",
    "malformed",
    "missing",
)

# How grading a submission ended, beside nbgrader's tables in the same database.
STATUS = Table(
    "examiner_status",
    MetaData(),
    Column("student", String(128), primary_key=True),
    Column("assignment", String(128), primary_key=True),
    Column("status", String(16), nullable=False),
    Column("reason", Text, nullable=False),
)


@dataclass(frozen=True)
class Outcome:
    """How grading a submission ended. The notebook is None where there was none to run."""

    status: str
    reason: str  # sentences for the student and the instructor; empty if nothing was odd
    notebook: NotebookNode | None = None
    timestamp: datetime | None = None


def record(course: Course, assignment: Assignment, student: str, outcome: Outcome) -> None:
    """Write the scores and the status of a submission, in place of any earlier ones.

    Where it was graded, points that a person gave by hand stay and are marked for another look.
    Where it was not, everything is zero.
    """
    graded = {}
    if outcome.notebook is not None:
        graded = {
            grade_id(cell): determine_grade(cell)[0]
            for cell in outcome.notebook.cells
            if is_grade(cell)
        }
    with course.gradebook() as gradebook:
        STATUS.metadata.create_all(gradebook.engine)
        gradebook.update_or_create_student(student)
        key = {"student": student, "assignment": assignment.name}
        submission = _submission(gradebook, assignment, student, outcome)
        if submission is not None:
            submission.timestamp = outcome.timestamp
            for notebook in submission.notebooks:
                for grade in notebook.grades:
                    _set(grade, graded)
                for comment in notebook.comments:
                    comment.auto_comment = None
            gradebook.db.flush()
            _assign_late_penalty(course, gradebook, submission)
        gradebook.db.execute(delete(STATUS).filter_by(**key))
        gradebook.db.execute(
            insert(STATUS).values(**key, status=outcome.status, reason=outcome.reason)
        )
        gradebook.db.commit()


def statuses(gradebook: Gradebook, assignment: str) -> dict[str, tuple[str, str]]:
    """Status and reason of every submission of an assignment that was looked at, by student."""
    STATUS.metadata.create_all(gradebook.engine)
    rows = gradebook.db.execute(select(STATUS).filter_by(assignment=assignment))
    return {row.student: (row.status, row.reason) for row in rows}


def _submission(
    gradebook: Gradebook, assignment: Assignment, student: str, outcome: Outcome
) -> SubmittedAssignment | None:
    """The gradebook's entry; somebody who never handed anything in gets none."""
    if outcome.status != MISSING:
        return gradebook.update_or_create_submission(assignment.name, student)
    entries = gradebook.assignment_submissions(assignment.name)
    return next((entry for entry in entries if entry.student_id == student), None)


def _set(grade: Grade, graded: dict[str | None, float | None]) -> None:
    if graded:
        grade.auto_score = graded[grade.name]
        grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None
    else:
        grade.auto_score, grade.manual_score, grade.extra_credit = 0.0, None, None
        grade.needs_manual_grade = False


def _assign_late_penalty(
    course: Course, gradebook: Gradebook, submission: SubmittedAssignment
) -> None:
    """Let the course's nbgrader plugin decide what being late costs.

    nbgrader's own step would do it in a transaction of its own.
    """
    step = AssignLatePenalties(config=course.config)
    step.init_plugin()
    late = submission.total_seconds_late
    for notebook in submission.notebooks:
        gradebook.db.refresh(notebook, ["score"])
        penalty = late > 0 and step.plugin_inst.late_submission_penalty(
            submission.student_id, notebook.score, late
        )
        notebook.late_submission_penalty = min(max(penalty, 0), notebook.score) if penalty else None
