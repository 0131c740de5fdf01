"""Properties of `enumerate_masks(n)`."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import real_array
from ..failure import CheckFailed, call

Answer = Callable[..., Any]
SECTION = "A family of thinned networks"


def _masks(answer: Answer, n: int) -> NDArray[Any]:
    value = call(answer, n, doing=f"enumerate_masks({n})")
    if isinstance(value, list | tuple):
        raise CheckFailed(
            "The masks are a list, not one array.",
            f"enumerate_masks({n}) should be an array of shape {(2**n, n)}: np.array(...) makes "
            "one of a list.",
            SECTION,
        )
    if isinstance(value, np.ndarray) and value.dtype.kind not in "fbiu":
        raise CheckFailed("The masks do not hold True and False.", f"Their dtype is {value.dtype}.")
    if isinstance(value, np.ndarray) and value.shape != (2**n, n):
        raise CheckFailed(
            _about_shape(value, n),
            f"enumerate_masks({n}) has shape {value.shape} and should have {(2**n, n)}: a row for "
            f"each of the 2^{n} = {2**n} masks, a column for each unit.",
            SECTION,
        )
    masks = real_array(value, (2**n, n), "the array of masks")
    if ((masks != 0) & (masks != 1)).any():
        raise CheckFailed(
            "The masks hold other numbers than 0 and 1.",
            f"enumerate_masks({n}) has entries from {masks.min()} to {masks.max()}: True is 1, a "
            "unit that stays, and False is 0.",
            SECTION,
        )
    return masks


def _about_shape(masks: NDArray[Any], n: int) -> str:
    if masks.shape == (n, 2**n):
        return "The masks are in the columns, not in the rows."
    if masks.ndim == 2 and masks.shape == (2**n - 1, n):
        kept = (masks != 0).sum(axis=1)
        if kept.all():
            return "The mask that keeps nothing is missing."
        if (kept < n).all():
            return "The mask that keeps everything is missing."
        return "One mask is missing."
    if masks.shape == (n, n):
        return "There is one mask for each unit, not one for each choice of units."
    if masks.ndim == 2 and masks.shape[1] == n:
        return "The number of masks is not 2 to the power of n."
    return "The array of masks does not have a row for each mask and a column for each unit."


def is_boolean(answer: Answer, ns: Sequence[int] = (3, 4)) -> None:
    """It returns a boolean array with a row for each mask."""
    for n in ns:
        masks = _masks(answer, n)
        if masks.dtype != np.bool_:
            raise CheckFailed(
                "The masks are not boolean.",
                f"Their dtype is {masks.dtype}. A comparison, or `.astype(bool)`, gives booleans.",
                SECTION,
            )
        if masks.all() or not masks.any():
            raise CheckFailed(
                "All masks are the same.", f"enumerate_masks({n}) is {masks.flat[0]} everywhere."
            )


def has_each_mask_once(answer: Answer, ns: Sequence[int] = (3, 1, 9)) -> None:
    """Every choice of units to keep is there exactly once, in any order."""
    for n in ns:
        masks = _masks(answer, n) != 0
        different = len(np.unique(masks, axis=0))
        if different == 2**n:
            continue
        mistake = "Some masks are there twice, so others are missing."
        if different == 2**n - 1 and masks.any(axis=1).all():
            mistake = "The mask that keeps nothing is missing."
        elif different == 2**n - 1 and not masks.all(axis=1).any():
            mistake = "The mask that keeps everything is missing."
        raise CheckFailed(
            mistake,
            f"enumerate_masks({n}) has {different} different rows of {2**n}.",
            SECTION,
        )
