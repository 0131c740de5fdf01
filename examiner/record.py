"""Write the gradebook. Scores and status of a submission are written together or not at all."""

from dataclasses import dataclass

from nbgrader.api import BaseCell, Grade, Gradebook, SubmittedAssignment
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import Column, MetaData, String, Table, Text, delete, insert, select

from .assignment import Assignment
from .course import Course
from .outcome import MISSING, Outcome

# How grading a submission ended, beside nbgrader's tables in the same database.
MARKS = Table(
    "examiner_marks",
    MetaData(),
    Column("student", String(128), primary_key=True),
    Column("assignment", String(128), primary_key=True),
    Column("status", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("fingerprint", String(64), nullable=False),  # of what was graded, and how
)


@dataclass(frozen=True)
class Mark:
    """How the last grading of a submission ended."""

    status: str
    reason: str
    fingerprint: str


def record(
    course: Course,
    gradebook: Gradebook,
    assignment: Assignment,
    student: str,
    outcome: Outcome,
    fingerprint: str,
) -> None:
    """Write the scores and the status of a submission, in place of any earlier ones.

    Where it was graded, points that a person gave by hand stay and are marked for another look.
    Where it was not, everything is zero.
    """
    gradebook.update_or_create_student(student)
    key = {"student": student, "assignment": assignment.name}
    submission = _submission(gradebook, assignment, student, outcome)
    if submission is not None:
        submission.timestamp = outcome.timestamp
        for notebook in submission.notebooks:
            cells = select(BaseCell.id, BaseCell.name).filter_by(notebook_id=notebook.notebook_id)
            names = dict(gradebook.db.execute(cells).all())
            for grade in notebook.grades:
                _set(grade, names[grade.cell_id], outcome.scores)
            for comment in notebook.comments:
                comment.auto_comment = None
        gradebook.db.flush()
        _assign_late_penalty(course, gradebook, submission)
    row = key | {"status": outcome.status, "reason": outcome.reason, "fingerprint": fingerprint}
    gradebook.db.execute(delete(MARKS).filter_by(**key))
    gradebook.db.execute(insert(MARKS).values(**row))
    gradebook.db.commit()
    gradebook.db.expunge_all()  # so that a large class takes no more memory than a small one


def make_tables(gradebook: Gradebook) -> None:
    """Add what nbgrader's database has not."""
    MARKS.metadata.create_all(gradebook.engine)


def read_marks(gradebook: Gradebook, assignment: str) -> dict[str, Mark]:
    """How grading ended for every submission of an assignment that was looked at, by student."""
    make_tables(gradebook)
    rows = gradebook.db.execute(select(MARKS).filter_by(assignment=assignment))
    return {row.student: Mark(row.status, row.reason, row.fingerprint) for row in rows}


def _submission(
    gradebook: Gradebook, assignment: Assignment, student: str, outcome: Outcome
) -> SubmittedAssignment | None:
    """The gradebook's entry; somebody who never handed anything in gets none."""
    if outcome.status != MISSING:
        return gradebook.update_or_create_submission(assignment.name, student)
    entries = gradebook.assignment_submissions(assignment.name)
    return next((entry for entry in entries if entry.student_id == student), None)


def _set(grade: Grade, name: str, scores: dict[str, float | None]) -> None:
    if scores:
        grade.auto_score = scores[name]
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
