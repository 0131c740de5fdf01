"""Grade single submissions: bytes in, bytes out, without a disk or a database."""

import ast
from contextlib import suppress
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_notebook
from nbgrader.utils import determine_grade, is_grade, is_solution

from .assignment import Assignment, grade_id, is_test
from .course import Course, CourseError, Grading
from .execute import execute
from .kernel import Kernel
from .outcome import CRASHED, GRADED, MALFORMED, TIMED_OUT, Outcome
from .sandbox import Sandbox
from .sanitise import sanitise
from .solved import run_solved
from .submission import Malformed, Submission
from .warm import WarmParent


class Examiner:
    """Grades submissions of one assignment, one at a time. Use it as a context manager.

    `files` are those that students were given beside the notebook. With `warm` kernels are forked
    from a process that has imported what the assignment imports, where the configuration allows it
    and the machine does; the verdicts are the same without.
    """

    def __init__(
        self, course: Course, assignment: Assignment, files: dict[str, bytes], warm: bool = True
    ) -> None:
        self._course, self._assignment, self._files = course, assignment, files
        self._warm = warm
        self._parent = self._start_parent()

    def __enter__(self) -> "Examiner":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process that kernels are forked from."""
        if self._parent is not None:
            self._parent.close()
            self._parent = None

    def run_solved(self) -> None:
        """Run the author's own answers as a submission.

        Raises CourseError if they do not pass: nobody's would.
        """
        every_cell = Grading(config=self._course.config).every_cell
        run_solved(self._assignment, self._course, self._files, every_cell, self._parent)

    def examine(self, submission: Submission) -> Outcome:
        """Put a submission together, run it, and judge it.

        A fault of this program in one of them is told and does not keep the others from being
        graded.

        Raises CourseError where nobody's submission could be run.
        """
        try:
            return self._examine(submission)
        except CourseError:
            if self._parent is None:
                raise
            self.close()
            self._parent = self._start_parent()
            return self._examine(submission)
        except Exception as error:
            return not_graded(
                self._assignment,
                CRASHED,
                f"The grader itself failed: {type(error).__name__}: {error}",
                submission,
                lasting=False,
            )

    def _examine(self, submission: Submission) -> Outcome:
        assignment, course = self._assignment, self._course
        try:
            notebook, notes = sanitise(submission.data, assignment, course.limits)
        except Malformed as malformed:
            return not_graded(assignment, MALFORMED, str(malformed), submission)
        files = submission.files | self._files
        every_cell = Grading(config=course.config).every_cell
        run = execute(notebook, assignment, course, files, self._parent, every_cell)
        status = CRASHED if run.crashes else TIMED_OUT if run.time_outs else GRADED
        reason = " ".join([*run.crashes, *run.time_outs, *submission.notes, *notes])
        scores = {
            str(grade_id(cell)): determine_grade(cell)[0]
            for cell in run.notebook.cells
            if is_grade(cell)
        }
        try:
            text = _write(run.notebook, status, reason)
        except ValueError as error:  # it cannot be put on paper: nothing of it may count then
            words = f"The graded notebook cannot be written: {error}"
            return not_graded(assignment, CRASHED, words, submission)
        return Outcome(status, reason, text, scores, submission.timestamp)

    def _start_parent(self) -> WarmParent | None:
        return start_parent(self._course, imports(self._assignment)) if self._warm else None


def start_parent(course: Course, statements: list[str]) -> WarmParent | None:
    """A process to fork kernels from; None where it is not wanted or does not work here."""
    if not Sandbox(config=course.config).warm:
        return None
    parent = None
    with suppress(CourseError):
        parent = WarmParent(course, statements)
        with Kernel(course, {}, parent):
            return parent
    if parent is not None:
        parent.close()
    return None


def not_graded(
    assignment: Assignment,
    status: str,
    reason: str,
    submission: Submission | None = None,
    lasting: bool = True,
) -> Outcome:
    """The outcome of a submission that could not be run: a notebook that says why."""
    advice = (
        f"\n\nNo points could be given. Open {assignment.notebook}.ipynb in JupyterLab, choose "
        "*Kernel > Restart Kernel and Run All Cells*, save it and hand it in again."
    )
    text = _write(new_notebook(), status, reason, advice)
    timestamp = submission.timestamp if submission else None
    return Outcome(status, reason, text, {}, timestamp, lasting)


def imports(assignment: Assignment) -> list[str]:
    """The import statements of all cells that a learner's kernel runs."""
    found: dict[str, None] = {}
    for cell in assignment.source.cells:
        if cell.cell_type == "code" and not is_test(cell) and not is_solution(cell):
            with suppress(SyntaxError):
                for node in ast.walk(ast.parse(cell.source)):
                    if isinstance(node, ast.Import | ast.ImportFrom):
                        found[ast.unparse(node)] = None
    return list(found)


def _write(notebook: NotebookNode, status: str, reason: str, advice: str = "") -> str:
    """The text of the notebook with its status on top. Raises ValueError."""
    words: Any = f"**{status.capitalize()}.** {reason}{advice}"
    notebook.cells.insert(0, new_markdown_cell(words, id="status"))
    return str(nbformat.writes(notebook)) + "\n"
