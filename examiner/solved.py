"""Run the author's own answers: where they fail, everybody's would."""

from .assignment import Assignment
from .course import Course, CourseError
from .execute import execute
from .judge import unknown_names
from .warm import WarmParent


def run_solved(
    assignment: Assignment,
    course: Course,
    files: dict[str, bytes],
    every_cell: bool,
    parent: WarmParent | None = None,
) -> None:
    """Run the source notebook as a submission is run.

    `files` are those that students were given beside it. Kernels are forked from `parent`, or else
    started cold. Without `every_cell` those cells are left out that no point depends on.

    Raises CourseError if a cell raises or a test uses what the examiner does not know.
    """
    where = f"{assignment.name}/{assignment.notebook}"
    try:
        unknown = unknown_names(assignment)
    except SyntaxError as error:
        raise CourseError(f"{where}: a graded cell is not plain Python: {error}") from error
    for cell_id, names in unknown.items():
        raise CourseError(
            f"{where}: the graded cell {cell_id!r} uses {', '.join(names)}, which no answer cell "
            "defines. Import or define it in the graded cell itself."
        )
    run = execute(assignment.source, assignment, course, files, parent, every_cell)
    for number, cell in enumerate(run.notebook.cells, start=1):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                raise CourseError(
                    f"{where}: cell {number} ({cell.id!r}) of the solved notebook raises "
                    f"{output.ename}: {output.evalue}"
                )
