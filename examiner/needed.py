"""Which cells of a submission have to run for its points: pictures and experiments need not."""

from symtable import SymbolTable, symtable

from nbformat import NotebookNode
from nbgrader.utils import is_locked, is_solution

from .assignment import Assignment, is_test

# Whoever uses one of these may use any name.
BY_ANY_NAME = {"globals", "locals", "vars", "eval", "exec", "get_ipython", "In", "Out"}


def needed(notebook: NotebookNode, assignment: Assignment) -> set[int]:
    """The numbers of the code cells that a grading has to run, test cells among them.

    Left out are cells that are as they were released, that are neither locked nor an answer, and
    that define nothing which a cell that runs uses.
    """
    released = {
        cell.id: cell.source
        for cell in assignment.released.cells
        if cell.cell_type == "code" and not (is_solution(cell) or is_locked(cell))
    }
    numbers: set[int] = set()
    wanted: set[str] = set()
    everything = False
    for number, cell in reversed(list(enumerate(notebook.cells))):
        if cell.cell_type != "code":
            continue
        if is_test(cell):
            numbers.add(number)
            continue
        names = _names(cell.source)
        if (
            released.get(cell.id) == cell.source
            and not everything
            and names is not None
            and not names[0] & wanted
        ):
            continue
        numbers.add(number)
        if names is None or names[1] & BY_ANY_NAME:
            everything = True
        else:
            wanted |= names[1]
    return numbers


def _names(source: str) -> tuple[set[str], set[str]] | None:
    """What a cell binds and what it reads; None if it does not say, as with magics or `*`."""
    try:
        top = symtable(source, "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if any(line.endswith("import *") for line in source.split("\n")):
        return None
    symbols = top.get_symbols()
    bound = {s.get_name() for s in symbols if s.is_assigned() or s.is_imported()}
    return bound | _declared_global(top), _read(top)


def _read(table: SymbolTable) -> set[str]:
    top = table.get_type() == "module"
    names = {
        s.get_name() for s in table.get_symbols() if s.is_referenced() and (top or s.is_global())
    }
    return names.union(*map(_read, table.get_children()))


def _declared_global(table: SymbolTable) -> set[str]:
    names = {s.get_name() for s in table.get_symbols() if s.is_declared_global()}
    return names.union(*map(_declared_global, table.get_children()))
