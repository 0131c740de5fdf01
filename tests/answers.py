"""Run answers in this process, without a notebook: fast, for tests that try very many."""

import inspect
import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from examiner.answers import solutions
from examiner.assignment import Assignment, grade_id, is_test
from examiner.build import read_text
from tests.conftest import NAME, ROOT

ASSIGNMENTS = sorted(path.parent.name for path in (ROOT / "source").glob("*/*.py"))
CHECKS = re.compile(r"from dropoutlab\.checks\.(\w+) import (\w+)")


@cache
def source(name: str = NAME) -> Assignment:
    """The assignment as its text has it."""
    (path,) = (ROOT / "source" / name).glob("*.py")
    return Assignment(name, path.stem, read_text(path))


def checks(name: str = NAME) -> dict[str, ModuleType]:
    """The module of properties that the graded cells of every exercise use, by exercise."""
    cells = {grade_id(cell): cell.source for cell in source(name).source.cells if is_test(cell)}
    modules = {}
    for exercise in source(name).exercises:
        texts = "\n".join(cells.get(graded, "") for graded in exercise.graded)
        used = {f"dropoutlab.checks.{room}.{module}" for room, module in CHECKS.findall(texts)}
        if used:
            (modules[exercise.name],) = map(import_module, used)
    return modules


def define(name: str = NAME, /, **replaced: str) -> dict[str, Any]:
    """The author's answers, some of them replaced by other texts, as a namespace.

    It starts with the locked cells, which import numpy and give what earlier notebooks built.
    """
    namespace: dict[str, Any] = {"__name__": "__main__"}
    exercises, author = checks(name), solutions(source(name)) | replaced
    for cell in source(name).source.cells:
        label = grade_id(cell)
        given = label and cell.cell_type == "code" and not cell.metadata.nbgrader.grade
        if label in exercises:
            exec(compile(author[label], f"<{label}>", "exec"), namespace)
        elif given and cell.metadata.nbgrader.locked:
            exec(compile(cell.source, f"<{label}>", "exec"), namespace)
    return namespace


def properties(exercise: str, name: str = NAME) -> list[Callable[..., None]]:
    """All properties of an exercise."""
    module = checks(name)[exercise]
    return [
        value
        for key, value in vars(module).items()
        if inspect.isfunction(value)
        and value.__module__ == module.__name__
        and not key.startswith("_")
    ]
