"""An assignment as the course's author wrote it: its cells in order, and its exercises."""

from dataclasses import dataclass
from functools import cached_property

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions
from nbgrader.utils import compute_checksum, is_grade, is_locked, is_solution

from .course import Course, CourseError


@dataclass(frozen=True)
class Exercise:
    """An answer and the cells that give points for it."""

    name: str  # grade_id of the answer cell
    graded: tuple[str, ...]  # grade_ids of the cells that give points, in order
    points: float


@dataclass(frozen=True)
class Assignment:
    """An assignment of one notebook. `source` has the solutions and the hidden tests in it."""

    name: str
    notebook: str  # its name without .ipynb
    source: NotebookNode

    @cached_property
    def released(self) -> NotebookNode:
        """The source with stubs instead of solutions, and with nbgrader's checksums.

        The hidden tests are still there: this is what a submission is put back together from.
        """
        notebook = nbformat.from_dict(self.source)
        resources = {"language": "python"}
        notebook, _ = ClearSolutions().preprocess(notebook, resources)
        for cell in notebook.cells:
            if is_grade(cell) or is_solution(cell) or is_locked(cell):
                cell.metadata.nbgrader["checksum"] = compute_checksum(cell)
        return notebook

    @cached_property
    def exercises(self) -> list[Exercise]:
        """The exercises in order."""
        return find_exercises(self.source)

    @property
    def points(self) -> float:
        """The most points that a submission can get."""
        return sum(exercise.points for exercise in self.exercises)


def grade_id(cell: NotebookNode) -> str | None:
    """The cell's nbgrader id, if it has one."""
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def is_test(cell: NotebookNode) -> bool:
    """Whether the cell gives points by itself: graded, and not answered by the student."""
    return is_grade(cell) and not is_solution(cell)


def find_exercises(notebook: NotebookNode) -> list[Exercise]:
    """The exercises of a notebook in order: a test cell belongs to the answer cell before it."""
    found: list[tuple[str, list[str], float]] = []
    for cell in notebook.cells:
        if not (is_grade(cell) or is_solution(cell)):
            continue
        name = cell.metadata.nbgrader["grade_id"]
        if is_solution(cell) or not found:
            found.append((name, [], 0.0))
        if is_grade(cell):
            answer, graded, points = found[-1]
            found[-1] = (answer, [*graded, name], points + cell.metadata.nbgrader["points"])
    return [Exercise(name, tuple(graded), points) for name, graded, points in found if graded]


def load_assignment(course: Course, name: str) -> Assignment:
    """Read an assignment's source notebook.

    Raises CourseError if it does not exist or is not one notebook.
    """
    folder = course.path("source", assignment=name)
    if not folder.is_dir():
        known = ", ".join(course.assignments()) or "none"
        raise CourseError(f"There is no assignment {name!r}. There are: {known}.")
    notebooks = sorted(folder.glob("*.ipynb"))
    if len(notebooks) != 1:
        raise CourseError(f"{folder} should hold one notebook and holds {len(notebooks)}.")
    return Assignment(name, notebooks[0].stem, nbformat.read(notebooks[0], as_version=4))


def without_markers(source: str) -> str:
    """The text of an answer cell without the lines that enclose the solution."""
    lines = source.split("\n")
    return "\n".join(ln for ln in lines if "BEGIN SOLUTION" not in ln and "END SOLUTION" not in ln)


def complaints(notebook: NotebookNode) -> dict[str, str]:
    """What each test cell of a graded notebook says, by grade_id; empty where it passed.

    The first line names the mistake.
    """
    return {
        str(grade_id(cell)): "\n".join(
            output.evalue.strip() or output.ename
            for output in cell.outputs
            if output.output_type == "error"
        )
        for cell in notebook.cells
        if is_test(cell)
    }
