"""Feedback pages: the student's cells, points and messages; never a hidden test."""

import re
import shutil

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor
from nbgrader.utils import is_grade

from .assignment import Assignment, complaints, find_exercises, grade_id, is_test
from .course import Course, CourseError, run_converter

ANSI = re.compile(r"\x1b\[[0-9;]*m")


class HideTests(ClearHiddenTests):
    """Take the hidden tests out of a graded notebook, and out of the errors that quote them."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Cut the hidden region, and any traceback through it down to its message."""
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        if is_test(cell):
            for output in cell.outputs:
                if _is_traceback(output):
                    output.traceback = [f"{output.ename}: {output.evalue}"]
        return cell, resources


class Summary(NbGraderPreprocessor):
    """Say at the top what each exercise earned, and what to look at."""

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Insert the summary after the status; the scores are those that GetGrades has put in."""
        graded = {grade_id(cell): cell.metadata.nbgrader for cell in nb.cells if is_grade(cell)}
        unread = _unread(resources["nbgrader"])
        lines = ["| exercise | points |", "|:---|---:|"]
        for exercise in find_exercises(nb):
            score = sum(graded[name].score or 0 for name in exercise.graded)
            words = f"{score:g} of {exercise.points:g}"
            if unread & {*exercise.graded}:
                words += ", still to be read"
            lines.append(f"| `{exercise.name}` | {words} |")
        said = {name: text.split("\n")[0] for name, text in complaints(nb).items() if text}
        if said:
            lines += ["", "**To look at**, with more words at each cell:", ""]
            lines += [f"- [{name}](#{name}): {_plain(text)}" for name, text in said.items()]
        if graded:
            nb.cells.insert(1, new_markdown_cell("\n".join(lines), id="summary"))
        return nb, resources


def _unread(names: dict[str, str]) -> set[str]:
    """The grade_ids of a submission's answers that wait for a person."""
    with Gradebook(names["db_url"]) as gradebook:
        submitted = gradebook.find_submission_notebook(
            names["notebook"], names["assignment"], names["student"]
        )
        return {grade.name for grade in submitted.grades if grade.needs_manual_grade}


def _plain(text: str) -> str:
    """Text that is not read as Markdown or HTML."""
    return re.sub(r"([\\`*_\[\]<>$])", r"\\\1", text)


def _is_traceback(output: NotebookNode) -> bool:
    text = ANSI.sub("", "\n".join(output.get("traceback", [])))
    return "Traceback" in text or "Cell In[" in text


def write_feedback(course: Course, assignment: Assignment) -> int:
    """Write a page for every submission with nbgrader's own generator, and remove outdated ones.

    Returns the number of pages.

    Raises CourseError if nothing has been graded.
    """
    graded = {path.parent.name for path in course.path("autograded").glob(f"*/{assignment.name}")}
    if not graded:
        raise CourseError(f"Nothing is graded yet: run `dropout-course grade {assignment.name}`.")
    for page in course.path("feedback").glob(f"*/{assignment.name}"):
        shutil.rmtree(page)
    run_converter(course, GenerateFeedback, assignment.name, "Writing the feedback")
    return len(graded)
