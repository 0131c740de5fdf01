"""Put a submitted notebook back together: the released cells, in their order, with the answers.

What a student has handed in is only trusted to be bytes. From it come the text of the answers
and of cells that the student added; everything else (metadata, tags, outputs, the tests, the
order of the cells) comes from the assignment. What was repaired is told in notes.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell
from nbgrader.utils import is_locked, is_solution

from .assignment import Assignment, grade_id, is_test
from .course import Limits
from .submission import Malformed

NEW_CELL = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}


@dataclass(frozen=True)
class Handed:
    """A cell as it was handed in."""

    type: str
    source: str
    ids: tuple[str, ...]  # its grade_id and its cell id, where it has them
    attachments: dict[str, Any] = field(default_factory=dict)


def sanitise(data: bytes, assignment: Assignment, limits: Limits) -> tuple[NotebookNode, list[str]]:
    """The notebook to run for a submission, and what had to be repaired, in sentences.

    Raises Malformed if the bytes are not a notebook of this assignment.
    """
    cells = _parse(data, limits)
    released = assignment.released
    places = {cell.id: number for number, cell in enumerate(released.cells)}
    places |= {grade_id(cell) or cell.id: number for number, cell in enumerate(released.cells)}
    own: dict[int, list[Handed]] = {number: [] for number in range(len(released.cells))}
    added: dict[int, list[Handed]] = {number: [] for number in range(-1, len(released.cells))}

    place = -1  # the released cell that comes before what the student added
    for cell in cells:
        match = next((places[name] for name in cell.ids if name in places), None)
        match = _answer_by_name(cell, match, released)
        if match is None:
            match = _same_text(cell, released, own)
        if match is None:
            added[place].append(cell)
        else:
            own[match].append(cell)
            place = match
    if not any(own.values()) and not _defines_an_answer(cells, released):
        raise Malformed(f"This is not the notebook {assignment.notebook!r}: no cell belongs to it.")

    notebook = new_notebook(metadata=nbformat.from_dict(released.metadata))
    notebook.cells += [_added(extra) for extra in added[-1]]
    for number, cell in enumerate(released.cells):
        before, restored, after = _restore(cell, own[number])
        notebook.cells += [_added(extra) for extra in before]
        notebook.cells.append(restored)
        notebook.cells += [_added(extra) for extra in [*after, *added[number]]]
    for number, cell in enumerate(notebook.cells):
        if cell.id == "added":
            cell["id"] = f"added-{number}"
    return notebook, _notes(released, own)


def _parse(data: bytes, limits: Limits) -> list[Handed]:
    """The cells of a notebook of any version, however it was damaged on the way."""
    if not data.strip():
        raise Malformed("The notebook is an empty file.")
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Malformed("The file is not a notebook: it is not text in UTF-8.") from error
    except RecursionError as error:
        raise Malformed("The file is not a notebook: it is nested too deeply.") from error
    except ValueError as error:
        line = getattr(error, "lineno", None)
        where = f" in line {line}" if line else ""
        raise Malformed(
            f"The notebook is broken{where} and cannot be opened: it is not valid JSON."
        ) from error
    if isinstance(document, dict) and "cells" not in document:
        # Version 3 of the format keeps them in worksheets.
        sheets = [sheet for sheet in _list(document.get("worksheets")) if isinstance(sheet, dict)]
        if sheets:
            document["cells"] = [cell for sheet in sheets for cell in _list(sheet.get("cells"))]
    if not isinstance(document, dict) or not isinstance(document.get("cells"), list):
        raise Malformed("The file is not a notebook: it has no cells.")
    cells = [cell for cell in document["cells"] if isinstance(cell, dict)]
    if len(cells) > limits.cells:
        raise Malformed(f"The notebook has {len(cells)} cells; the limit is {limits.cells}.")
    return [_cell(cell) for cell in cells]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _cell(cell: dict[str, Any]) -> Handed:
    # Version 3 of the format keeps the text of a code cell under "input".
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    if not isinstance(source, str):
        source = ""
    kind, metadata = cell.get("cell_type"), cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    names = (nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None, cell.get("id"))
    return Handed(
        kind if isinstance(kind, str) and kind in NEW_CELL else "raw",
        _encodable(source),
        tuple(name for name in names if isinstance(name, str)),
        _images(cell.get("attachments")) if kind == "markdown" else {},
    )


def _encodable(text: str) -> str:
    """Text without the half surrogate pairs that can stand in JSON but in no file."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _images(attachments: Any) -> dict[str, Any]:
    """The pictures in a cell, as nbformat wants them: names, types, base64 text."""
    return {
        _encodable(name): {mime: text}
        for name, bundle in (attachments.items() if isinstance(attachments, dict) else ())
        for mime, text in (bundle.items() if isinstance(bundle, dict) else ())
        if mime.startswith("image/") and isinstance(text, str) and text.isascii()
    }


def _same_text(cell: Handed, released: NotebookNode, own: dict[int, list[Handed]]) -> int | None:
    """The released cell that this one is a copy of, for notebooks that have lost their ids."""
    for number, candidate in enumerate(released.cells):
        if not own[number] and candidate.source.strip() == cell.source.strip() != "":
            return number
    return None


def _answer_by_name(cell: Handed, match: int | None, released: NotebookNode) -> int | None:
    """The answer cell whose names a cell defines, where it stands under another answer's id."""
    defined = _names(cell.source)
    if match is None or not defined or not is_solution(released.cells[match]):
        return match
    if defined & _names(released.cells[match].source):
        return match
    answers = [n for n, other in enumerate(released.cells) if is_solution(other)]
    return next((n for n in answers if defined & _names(released.cells[n].source)), match)


def _names(source: str) -> set[str]:
    return set(re.findall(r"^(?:def|class)\s+(\w+)", source, flags=re.MULTILINE))


def _defines_an_answer(cells: list[Handed], released: NotebookNode) -> bool:
    wanted = set().union(*(_names(cell.source) for cell in released.cells if is_solution(cell)))
    return any(wanted & _names(cell.source) for cell in cells)


def _restore(
    cell: NotebookNode, handed: list[Handed]
) -> tuple[list[Handed], NotebookNode, list[Handed]]:
    """A released cell with the student's text where it is theirs to write.

    Returns what runs before it, the cell, and what runs after it.
    """
    restored = nbformat.from_dict(cell)
    changed = [copy for copy in handed if copy.source.strip() != cell.source.strip()]
    if is_test(cell):  # it is ours; but somebody may have written an answer into it
        return [copy for copy in changed if _names(copy.source)], restored, []
    if is_locked(cell):  # it runs as released, and then as the student has it: imports were added
        return [], restored, changed
    if not is_solution(cell):  # free to play with: the student's version, if there is one
        return ([], _added(handed[0], cell.id), handed[1:]) if handed else ([], restored, [])
    # Of several copies the last one that was worked on is the answer; the others run before it,
    # as they did in the student's notebook. An untouched stub would only undo it.
    if not handed:
        restored.source = ""  # the answer may stand in a cell of the student's own
    if not changed:
        return [], restored, []
    *before, answer = changed
    restored.source = answer.source
    if cell.cell_type == "markdown" and answer.attachments:
        restored["attachments"] = answer.attachments
    return before, restored, []


def _notes(released: NotebookNode, own: dict[int, list[Handed]]) -> list[str]:
    """What had to be repaired, in sentences."""
    notes = []
    for kind, belongs in (("answer", is_solution), ("graded", is_test)):
        copies = {
            grade_id(cell): len(own[number])
            for number, cell in enumerate(released.cells)
            if belongs(cell)
        }
        missing = [str(name) for name, count in copies.items() if count == 0]
        double = [str(name) for name, count in copies.items() if count > 1]
        if missing:
            notes.append(f"Missing {kind} cells: {_enumerate(missing)}.")
        if double:
            last = "the last one counts" if kind == "answer" else "each counts once"
            notes.append(f"Repeated {kind} cells, {last}: {_enumerate(double)}.")
    return notes


def _enumerate(names: list[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 4 else ""
    return ", ".join(names[: 3 if more else 4]) + more


def _added(cell: Handed, cell_id: str = "added") -> NotebookNode:
    """A cell of the student's own, without any metadata."""
    new: NotebookNode = NEW_CELL[cell.type](cell.source)
    new["id"] = cell_id
    if cell.attachments:
        new["attachments"] = cell.attachments
    return new
