"""Properties of `dropout_backward(dy, mask)`, the upstream gradient times the mask."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, DTYPES, probe, real_array, same_dtype
from ..failure import CheckFailed, call
from .gates import (
    CHAIN_RULE_SECTION,
    gate_is_that_of,
    is_gated,
    kept_gradients_are_scaled,
    same,
    upstream_is_unchanged,
)
from .handling import any_number_of_dimensions

Answer = Callable[..., Any]
WHAT = "the gradient from dropout_backward"


def _gradient(answer: Answer, dy: NDArray[Any], mask: NDArray[Any]) -> NDArray[Any]:
    value = call(answer, dy, mask, doing="dropout_backward(dy, mask)")
    square = dy.shape == 2 * dy.shape[:1]
    if (
        isinstance(value, np.ndarray)
        and dy.ndim == 2
        and value.shape == 2 * dy.shape[:1]
        and (not square or same(value, dy @ mask) or same(value, dy @ mask.T))
    ):
        raise CheckFailed(
            "dy and the mask are multiplied as matrices, not entry by entry.",
            f"The result has shape {value.shape}; every entry of dy has one of the mask.",
            CHAIN_RULE_SECTION,
        )
    return real_array(value, dy.shape, WHAT)


def _mask(
    rng: np.random.Generator, shape: tuple[int, ...], p: float, dtype: type = np.float64
) -> NDArray[Any]:
    """A mask with drop probability p in which something is dropped and something is kept."""
    keep = rng.random(shape) >= p
    keep.flat[:2] = True, False
    return (keep / (1 - p)).astype(dtype)


def _cases(ps: Sequence[float], seed: int) -> list[tuple[NDArray[Any], NDArray[Any]]]:
    rng = np.random.default_rng(seed)
    cases = []
    for number, p in enumerate(ps):
        cases.append((probe(rng, (12, 9)), _mask(rng, (12, 9), p)))
        if number % 2:  # where a transposed mask or a matrix product has the right shape
            cases.append((probe(rng, (11, 11)), _mask(rng, (11, 11), p)))
        else:  # where dy lies in memory column by column, and the mask row by row
            cases.append((probe(rng, (24, 5)).T, _mask(rng, (5, 24), p)))
    return cases


def gates_the_gradient(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 1) -> None:
    """The gradient is 0 where an entry was dropped, and only there."""
    for dy, mask in _cases(ps, seed):
        dx = _gradient(answer, dy.copy(order="K"), mask.copy())
        gate_is_that_of(dx, dy, mask, WHAT, CHAIN_RULE_SECTION)


def scales_the_gradient(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 2) -> None:
    """Where an entry was kept, the gradient is dy / (1 - p)."""
    for dy, mask in _cases(ps, seed):
        dx = _gradient(answer, dy.copy(order="K"), mask.copy())
        kept_gradients_are_scaled(dx, dy, mask, WHAT, CHAIN_RULE_SECTION)
        through = (mask != 0) & (dx != 0)
        if not same(dx[through], (dy * mask)[through], 1e-12):
            raise CheckFailed(
                "Digits are lost on the way.",
                "dy and the mask are float64, and their product is right to seven digits only.",
                CONVENTIONS,
            )


def keeps_the_conventions(answer: Answer, p: float = 0.4, seed: int = 3) -> None:
    """dy and the mask are left alone, the dtype is kept, and masks of ones or zeros work."""
    rng = np.random.default_rng(seed)
    for shape, dtype in zip(((3, 4), (7,), (2, 3, 4)), DTYPES, strict=True):
        dy, mask = probe(rng, shape, dtype), _mask(rng, shape, p, dtype)
        before = dy.copy(), mask.copy()
        with any_number_of_dimensions(dy):
            dx = _gradient(answer, dy, mask)
        upstream_is_unchanged(dy, before[0], "dropout_backward")
        if (mask != before[1]).any():
            raise CheckFailed(
                "dropout_backward changes the mask.",
                "The layer still needs it if backward is called again. Make a new array.",
                CONVENTIONS,
            )
        same_dtype(dx, dtype, "dropout_backward")
    for value in (1.0, 0.0):
        dy = probe(rng, (5, 4))
        mask = np.full((5, 4), value)
        dx = _gradient(answer, dy.copy(), mask.copy())
        try:
            is_gated(dx, dy, mask, WHAT, CHAIN_RULE_SECTION)
        except CheckFailed:
            raise CheckFailed(
                f"A mask of all {'ones' if value else 'zeros'} is not handled.",
                f"The gradient should be {'dy' if value else '0 everywhere'}: this is the mask "
                f"{'of a forward at inference' if value else 'at p = 1'}.",
                CONVENTIONS,
            ) from None
