"""Run answers in this process, without a notebook: fast, for tests that try very many."""

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

import jupytext

from dropoutlab.checks import inverted, keep_mask, layer, moments, vanilla
from examiner.answers import solutions
from examiner.assignment import Assignment
from tests.conftest import NAME, ROOT

PROPERTIES: dict[str, ModuleType] = {
    "sample_keep_mask": keep_mask,
    "vanilla_dropout": vanilla,
    "dropout_forward": inverted,
    "dropout_moments": moments,
    "Dropout": layer,
}


def source() -> Assignment:
    """The assignment as its text has it."""
    notebook = jupytext.read(ROOT / "source" / NAME / "forward-pass.py")
    return Assignment(NAME, "forward-pass", notebook)


def define(**replaced: str) -> dict[str, Any]:
    """The author's answers, some of them replaced by other texts, as a namespace."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    exec("import numpy as np", namespace)
    for name, text in (solutions(source()) | replaced).items():
        if name in PROPERTIES:
            exec(compile(text, f"<{name}>", "exec"), namespace)
    return namespace


def properties(exercise: str) -> list[Callable[..., None]]:
    """All properties of an exercise."""
    module = PROPERTIES[exercise]
    return [
        value
        for name, value in vars(module).items()
        if inspect.isfunction(value)
        and value.__module__ == module.__name__
        and not name.startswith("_")
    ]
