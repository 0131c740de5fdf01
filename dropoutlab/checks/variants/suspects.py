"""Which known slip gives the numbers that were found? And is the number a number at all?"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from ..failure import CheckFailed
from ..scales import TOLERANCE

Suspects = Sequence[tuple[ArrayLike, str]]


def name_of(found: ArrayLike, suspects: Suspects, otherwise: str) -> str:
    """The words of the first suspect whose numbers are those that were found."""
    for numbers, words in suspects:
        if np.allclose(found, numbers, rtol=TOLERANCE, atol=1e-9):
            return words
    return otherwise


def is_accepted(mistake: str, reread: str, attempt: Callable[[], Any]) -> Any:
    """What the attempt returns; a ValueError in it, for an argument that is right, is a mistake."""
    try:
        return attempt()
    except CheckFailed as failure:
        first, *rest = str(failure).split("\n")
        if "raised ValueError" not in first:
            raise
        raise CheckFailed(mistake, rest[0], reread) from None


def real_number(value: Any, what: str) -> float:
    """The value as a finite float. Raises CheckFailed where it is anything else."""
    what = what[0].upper() + what[1:]
    if value is None:
        raise CheckFailed(f"{what} is None.", "Is there a `return` at the end?")
    is_number = isinstance(value, int | float | np.number) and not isinstance(value, bool)
    if isinstance(value, np.ndarray) and value.size == 1 and value.dtype.kind in "fiu":
        is_number, value = True, value.reshape(-1)[0]
    if not is_number or isinstance(value, np.complexfloating):
        kind = f"of shape {value.shape}" if isinstance(value, np.ndarray) else ""
        raise CheckFailed(
            f"{what} is not one number.", f"It is of type {type(value).__name__} {kind}".strip()
        )
    if not np.isfinite(value):
        raise CheckFailed(f"{what} is nan or infinity.", f"It is {value}.")
    return float(value)
