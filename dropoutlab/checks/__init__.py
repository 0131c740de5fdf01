"""The properties that a right answer has, one module per exercise, and `check`, which tells them.

Knowing the properties is knowing the exercise: nothing in here is secret, and nothing in here is
an answer. A property is a function `property(answer, ...)` that returns None where the answer has
it and raises `CheckFailed` where it has not. The visible check of an exercise calls the
properties with the parameters they default to, the graded cells with others.
"""

from collections.abc import Callable
from typing import Any

from .failure import BOLD, PLAIN, RED, CheckFailed

__all__ = ["CheckFailed", "check"]


class _Report(CheckFailed):
    """Several properties at once: which hold, and in words which do not."""

    def __init__(self, lines: list[str], rendered: list[str]) -> None:
        super().__init__("\n".join(lines))
        self._rendered = rendered

    def _render_traceback_(self) -> list[str]:
        return self._rendered


def check(answer: Callable[..., Any], *properties: Callable[..., None]) -> None:
    """Try every property on the learner's answer and say in words which hold and which do not.

    Raises CheckFailed with the whole report where a property fails, and NotImplementedError
    where the stub is not written yet.
    """
    plain, rendered, failed = [], [], 0
    for has_property in properties:
        claim = (has_property.__doc__ or has_property.__name__).strip().split("\n")[0]
        try:
            has_property(answer)
        except CheckFailed as failure:
            failed += 1
            plain += [f"✗ {claim}", *(f"    {line}" for line in str(failure).split("\n"))]
            mistake, *rest = str(failure).split("\n")
            rendered += [f"{RED}✗ {claim}{PLAIN}", f"    {BOLD}{mistake}{PLAIN}"]
            rendered += [f"    {line}" for line in rest]
        else:
            plain.append(f"✓ {claim}")
            rendered.append(f"✓ {claim}")
    name = getattr(answer, "__qualname__", "your answer")
    verdict = f"{name}: {len(properties) - failed} of {len(properties)} properties hold."
    if failed:
        raise _Report([verdict, *plain], [f"{BOLD}{verdict}{PLAIN}", *rendered])
    print("\n".join([verdict, *plain]))
