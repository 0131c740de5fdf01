"""Does a source notebook say what nbgrader needs? Every complaint names the cell."""

import re

from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution, is_task

from .assignment import grade_id
from .course import CourseError

SOLUTION = ("BEGIN SOLUTION", "END SOLUTION")
HIDDEN = ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS")


def validate(notebook: NotebookNode, where: str) -> None:
    """Check the nbgrader metadata and the regions of every cell.

    Raises CourseError with one line for each fault, which names the cell.
    """
    faults: list[str] = []
    seen: dict[str, int] = {}
    for number, cell in enumerate(notebook.cells, start=1):
        name = grade_id(cell)
        place = f"{where}: cell {number}" + (f" ({name!r})" if name else "")
        faults += [f"{place} {fault}." for fault in _faults(cell)]
        if name:
            if name in seen:
                faults.append(f"{place} has the same grade_id as cell {seen[name]}.")
            seen.setdefault(name, number)
    if faults:
        raise CourseError("\n".join(faults))


def _faults(cell: NotebookNode) -> list[str]:
    faults = []
    solution, hidden = (_region(cell.source, markers) for markers in (SOLUTION, HIDDEN))
    for state, markers in ((solution, SOLUTION), (hidden, HIDDEN)):
        if state == "broken":
            faults.append(f"does not close what it opens between {markers[0]} and {markers[1]}")
    metadata = cell.metadata.get("nbgrader")
    if metadata is None:
        if solution != "none":
            faults.append("has a solution but is not an answer cell: it lacks nbgrader metadata")
        if hidden != "none":
            faults.append("has hidden tests but is not a test cell: it lacks nbgrader metadata")
        return faults

    name = metadata.get("grade_id")
    if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", name):
        faults.append("needs a grade_id of at most 64 letters, digits, '-' and '_'")
    if metadata.get("schema_version") != 3:
        faults.append("needs schema_version 3")
    for flag in ("grade", "solution", "locked", "task"):
        if not isinstance(metadata.get(flag), bool):
            faults.append(f"needs {flag!r}, true or false")
    if is_task(cell):
        faults.append("is a task cell, which this grader does not support: use an answer cell")
    points = metadata.get("points")
    if is_grade(cell) and not (isinstance(points, int | float) and points > 0):
        faults.append("is graded and needs points above 0")
    if not is_grade(cell) and points is not None:
        faults.append("has points but is not graded")
    if is_solution(cell) and solution == "none":
        faults.append(
            "is an answer cell and needs a region ### BEGIN SOLUTION ... ### END SOLUTION"
        )
    if not is_solution(cell) and solution != "none":
        faults.append("has a solution but is not an answer cell: set 'solution' to true")
    if is_grade(cell) and not is_solution(cell):
        if cell.cell_type != "code":
            faults.append("is a test cell and has to be a code cell")
        if hidden == "none":
            faults.append(
                "is a test cell and needs a region ### BEGIN HIDDEN TESTS ... ### END HIDDEN TESTS"
            )
    elif hidden != "none":
        faults.append("has hidden tests but is not a test cell")
    return faults


def _region(source: str, markers: tuple[str, str]) -> str:
    """Whether the regions between two markers are "closed", "broken", or "none" is there."""
    begin, end = markers
    opened = found = False
    for line in source.split("\n"):
        if begin in line:
            if opened:
                return "broken"
            opened = found = True
        elif end in line:
            if not opened:
                return "broken"
            opened = False
    return "broken" if opened else ("closed" if found else "none")
