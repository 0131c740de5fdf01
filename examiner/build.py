"""From the text of an assignment to what students get and what they are shown afterwards."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import jupytext
import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import MissingEntry
from nbgrader.converters import GenerateAssignment, GenerateSolution
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import compute_checksum, is_solution

from .assignment import Assignment, grade_id, load_assignment, without_markers
from .course import Course, CourseError, run_converter
from .metadata import validate
from .sandbox import NONE, with_sandbox
from .solved import run_solved
from .submission import released_files

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def build(
    course: Course, name: str, say: Callable[[str], None] = print, every_cell: bool = True
) -> None:
    """Build the source, the student's and the solved notebook of an assignment.

    The solved notebook is run first, or without `every_cell` what points depend on in it. Nothing
    that a learner has worked in is overwritten.

    Raises CourseError if the text or its metadata is wrong or a cell of the solution raises.
    """
    assignment = write_source(course, name)
    files = released_files(course, assignment)
    run_solved(assignment, with_sandbox(course, NONE), files, every_cell)  # it is the author's own
    with TemporaryDirectory() as folder:
        scratch = course.with_directories(
            release_directory=f"{folder}/release", solution_directory=f"{folder}/solution"
        )
        run_converter(scratch, GenerateAssignment, name, f"nbgrader generate_assignment {name}")
        run_converter(scratch, GenerateSolution, name, f"nbgrader generate_solution {name}")
        for step in ("release", "solution"):
            _install(scratch.path(step, assignment=name), course.path(step, assignment=name), say)


class DropMarkers(NbGraderPreprocessor):
    """Take the lines that enclose a solution out of a solved notebook."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Clean one cell."""
        cell.source = without_markers(cell.source)
        return cell, resources


def write_source(course: Course, name: str) -> Assignment:
    """Turn the assignment's text into the source notebook nbgrader reads, and validate it.

    A course that keeps notebooks instead of text under source/ has them taken as they are.
    """
    folder = course.path("source", assignment=name)
    texts = sorted(folder.glob("*.py"))
    if len(texts) > 1:
        raise CourseError(f"{folder} should hold one text and holds {len(texts)}.")
    if texts:
        notebook = read_text(texts[0])
        validate(notebook, f"{name}/{texts[0].name}")
        _write_if_changed(texts[0].with_suffix(".ipynb"), notebook)
        return load_assignment(course, name)
    return load_assignment(course, name)


def read_text(path: Path) -> NotebookNode:
    """Read a notebook from jupytext's percent format.

    A cell gets its grade_id as its id; any other cell the id of the graded cell before it and a
    number, so that a change in one exercise changes no id in another. Cells after the first
    answer may raise while the notebook is unsolved, so "Run All" is told to go on after them.
    """
    try:
        notebook = jupytext.read(path, fmt="py:percent")
    except Exception as error:
        raise CourseError(f"{path} cannot be read as a notebook: {error}") from error
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    )
    section, count, answers = "start", 0, 0
    for cell in notebook.cells:
        answers += is_solution(cell)
        name = grade_id(cell)
        if name:
            section, count = name, 0
        else:
            count += 1
        cell["id"] = name or f"{section}-then-{count}"
        if cell.cell_type == "code" and answers and not is_solution(cell):
            cell.metadata["tags"] = ["raises-exception"]
    return notebook


def register(course: Course, assignment: Assignment) -> None:
    """Put the assignment into the gradebook if it is not there in its present form.

    Raises CourseError if nbgrader refuses, as it does where cells were added to or removed from an
    assignment that has submissions.
    """
    wanted = {
        grade_id(cell): (cell.source, cell.metadata.nbgrader.get("points"))
        for cell in assignment.released.cells
        if "checksum" in cell.metadata.get("nbgrader", {})
    }
    with course.gradebook() as gradebook:
        try:
            stored = gradebook.find_notebook(assignment.notebook, assignment.name)
        except MissingEntry:
            known = {}
        else:
            points = {cell.name: cell.max_score for cell in stored.grade_cells}
            known = {
                cell.name: (cell.source, points.get(cell.name)) for cell in stored.source_cells
            }
    if known != wanted:
        with TemporaryDirectory() as folder:
            scratch = course.with_directories(release_directory=folder)
            doing = f"Putting {assignment.name} into the gradebook"
            run_converter(scratch, GenerateAssignment, assignment.name, doing)


def _install(new: Path, target: Path, say: Callable[[str], None]) -> None:
    """Copy what was generated to where it belongs, but not over a learner's work."""
    for path in sorted(path for path in new.rglob("*") if path.is_file()):
        place = target / path.relative_to(new)
        if place.exists() and place.read_bytes() == path.read_bytes():
            say(f"{place} is up to date")
        elif place.suffix == ".ipynb" and _has_answers(place):
            say(f"{place} has somebody's answers in it and is kept; move it away to get a new one")
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
            say(f"{place} written")


def _has_answers(path: Path) -> bool:
    """Whether an answer cell of a released notebook differs from what was released."""
    if not path.exists():
        return False
    try:
        cells = nbformat.read(path, as_version=4).cells
        return any(
            is_solution(cell)
            and "checksum" in cell.metadata.nbgrader
            and cell.metadata.nbgrader["checksum"] != compute_checksum(cell)
            for cell in cells
        )
    except Exception:  # it cannot be read: leave it to its owner
        return True


def _write_if_changed(path: Path, notebook: NotebookNode) -> None:
    text = nbformat.writes(notebook) + "\n"
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
