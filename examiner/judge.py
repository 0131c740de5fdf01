"""Run graded test cells in this process, with the learner's names as proxies."""

import ast
import builtins
import contextlib
import io
import math
import warnings
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.utils import is_solution

from .assignment import Assignment, grade_id, is_test
from .bridge import Bridge
from .course import CourseError

MAX_MESSAGE = 5000  # characters; a learner's exception may be as long as it likes


class Judge:
    """Runs the test cells of one submission, in a namespace of their own.

    In it are the imports, functions and classes of the assignment's own cells, and nothing that
    a submission could have changed.

    Raises CourseError where these cannot be had.
    """

    def __init__(self, assignment: Assignment) -> None:
        self._answers = answer_names(assignment)
        self._namespace: dict[str, Any] = {"__name__": "examiner"}
        for number, cell in enumerate(assignment.source.cells, start=1):
            if cell.cell_type == "code" and not is_solution(cell) and not is_test(cell):
                try:
                    with _quietly():
                        exec(_compiled_definitions(cell.source), self._namespace)
                except Exception as error:
                    raise CourseError(
                        f"{assignment.name}/{assignment.notebook}: the examiner cannot import or "
                        f"define what cell {number} does: {type(error).__name__}: {error}"
                    ) from error

    def judge(self, cell: NotebookNode, bridge: Bridge) -> list[NotebookNode]:
        """The outputs that are the verdict of a test cell: none, or one that costs points.

        A cell that ends in a number gives these points, as with nbgrader.
        """
        test = _compiled_test(cell.source)
        try:
            with _quietly():
                for name in sorted(self._answers & test.names):
                    self._bind(name, bridge)
                exec(test.statements, self._namespace)
                value = eval(test.value, self._namespace)
        except (Exception, SystemExit) as error:
            if not bridge.fault:
                return [failure(type(error).__name__, str(error))]
        if bridge.fault:
            return [failure("Gone", bridge.fault)]
        return _partial_credit(value, cell.metadata.nbgrader["points"])

    def _bind(self, name: str, bridge: Bridge) -> None:
        self._namespace.pop(name, None)
        with contextlib.suppress(NameError):  # using the name will raise it, with Python's words
            self._namespace[name] = bridge.name(name)


@dataclass(frozen=True)
class TestCode:
    """A test cell, ready to be run."""

    names: frozenset[str]  # that it reads
    statements: CodeType
    value: CodeType  # of the expression that it ends with, or None


@lru_cache(maxsize=1000)
def _compiled_test(source: str) -> TestCode:
    tree = ast.parse(source)
    names, value = frozenset(_used(tree)), ast.parse("None", mode="eval")
    last = tree.body[-1] if tree.body else None
    if isinstance(last, ast.Expr):
        tree.body.pop()
        value = ast.Expression(last.value)
    return TestCode(names, _compile(tree), _compile(value))


@lru_cache(maxsize=1000)
def _compiled_definitions(source: str) -> CodeType:
    return _compile(_definitions(source))


def failure(name: str, message: str) -> NotebookNode:
    """An output that makes a test cell fail."""
    message = message[:MAX_MESSAGE].encode("utf-8", "replace").decode("utf-8")
    return new_output("error", ename=name, evalue=message, traceback=[f"{name}: {message}"])


def answer_names(assignment: Assignment) -> set[str]:
    """The names that the learner is asked to define: those that the author's answers define."""
    cells = [cell for cell in assignment.source.cells if cell.cell_type == "code"]
    return set().union(*(_answers(cell.source) for cell in cells if is_solution(cell)))


def unknown_names(assignment: Assignment) -> dict[str, list[str]]:
    """Names that test cells use and that mean nothing to the examiner, by the cell's grade_id.

    Raises SyntaxError for a test cell that is not plain Python.
    """
    known = answer_names(assignment) | {*dir(builtins)}
    unknown = {}
    for cell in assignment.source.cells:
        if cell.cell_type != "code" or is_solution(cell):
            continue
        tree = ast.parse(cell.source) if is_test(cell) else _definitions(cell.source)
        bound = set().union(*(_bound(node) for node in ast.walk(tree)))
        if is_test(cell) and _used(tree) - known - bound:
            unknown[str(grade_id(cell))] = sorted(_used(tree) - known - bound)
        known |= _bound_at_top(tree)
    return unknown


def _parse(source: str) -> ast.Module:
    """A cell without its magics."""
    lines = source.split("\n")
    return ast.parse("\n".join(line for line in lines if not line.startswith(("%", "!"))))


@lru_cache(maxsize=1000)
def _answers(source: str) -> frozenset[str]:
    return frozenset(_bound_at_top(_parse(source)))


def _definitions(source: str) -> ast.Module:
    """What a cell imports and defines, without what it does."""
    wanted = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef
    return ast.Module([node for node in _parse(source).body if isinstance(node, wanted)], [])


def _compile(tree: ast.Module | ast.Expression) -> CodeType:
    mode = "eval" if isinstance(tree, ast.Expression) else "exec"
    code: CodeType = compile(tree, "<test>", mode, dont_inherit=True)
    return code


def _used(tree: ast.AST) -> set[str]:
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return {node.id for node in names if isinstance(node.ctx, ast.Load)}


def _bound_at_top(tree: ast.Module) -> set[str]:
    """The names that a module defines itself, outside of its functions and classes."""
    names: set[str] = set()
    for node in tree.body:
        inner = isinstance(node, ast.FunctionDef | ast.ClassDef)
        names = names.union(*map(_bound, [node] if inner else ast.walk(node)))
    return names


def _bound(node: ast.AST) -> set[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
            return {name}
        case ast.Name(id=name, ctx=ast.Store()):
            return {name}
        case ast.ExceptHandler(name=str(name)):
            return {name}
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return {(alias.asname or alias.name).split(".")[0] for alias in names}
    return set()


@contextlib.contextmanager
def _quietly() -> Any:
    """What a test prints or warns of is nobody's score."""
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        warnings.simplefilter("ignore")
        yield


def _partial_credit(value: Any, points: float) -> list[NotebookNode]:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return []
    score = min(max(value, 0), points)
    return [
        new_output("execute_result", data={"text/plain": repr(float(score))}, execution_count=None)
    ]
