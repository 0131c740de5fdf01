"""Properties of `max_norm(W, c)`, which shortens the weights into a unit."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import real_array, same_dtype, unchanged
from ..failure import CheckFailed, call

Answer = Callable[..., Any]
SECTION = "A leash for the weights"
TOLERANCE = 1e-4  # wide enough for an epsilon of 1e-7 beside the length, as Keras has it


def _matrix(rng: np.random.Generator, shape: tuple[int, int], c: float) -> NDArray[np.float64]:
    """Weights whose columns are half of c to three times c long, about half of them longer."""
    weights = rng.normal(size=shape)
    weights *= rng.uniform(0.5, 1.5, shape[0])[:, None]
    lengths = np.where(np.arange(shape[1]) % 2 == 0, 1.5, 0.5) * rng.uniform(0.9, 2.0, shape[1])
    lengths = np.where(np.arange(shape[1]) % 2 == 0, lengths, np.minimum(lengths, 0.95))
    return np.asarray(weights * lengths * c / np.linalg.norm(weights, axis=0))


def _shortened(answer: Answer, weights: NDArray[Any], c: float) -> NDArray[Any]:
    value = call(answer, weights, c, doing=f"max_norm(W of shape {weights.shape}, c={c:g})")
    return real_array(value, weights.shape, "the result of max_norm")


def shortens_long_columns(answer: Answer, cs: Sequence[float] = (3.0, 0.7), seed: int = 1) -> None:
    """Weights into a unit that are longer than c become c long and keep their direction."""
    rng = np.random.default_rng(seed)
    for c, shape in ((c, shape) for c in cs for shape in ((30, 8), (5, 12), (6, 6))):
        weights = _matrix(rng, shape, c)
        found = _shortened(answer, weights.copy(), c)
        lengths = np.linalg.norm(weights, axis=0)
        long = lengths > c
        wanted = weights[:, long] * (c / lengths[long])
        if np.allclose(found[:, long], wanted, rtol=TOLERANCE, atol=1e-9):
            continue
        rows = np.linalg.norm(weights, axis=1, keepdims=True)
        whole = np.linalg.norm(weights)
        slips = (
            (weights, "Long columns stay as they are."),
            (weights * np.minimum(1, c / rows), "Rows are shortened instead of columns."),
            (weights * np.minimum(1, c / whole), "The length of the whole matrix is bounded."),
            (np.clip(weights, -c, c), "Entries are clipped one by one."),
            (weights / lengths, "Columns get length 1 instead of c."),
            (
                weights * np.minimum(1, c / np.abs(weights).sum(axis=0)),
                "The length is the sum of absolute values, not the Euclidean one.",
            ),
            (
                weights * np.minimum(1, c / lengths**2),
                "The square of the length is bounded: the root is missing.",
            ),
            (
                weights * np.minimum(1, c / np.linalg.norm(weights, 2)),
                "The spectral norm of the whole matrix is bounded.",
            ),
            (
                weights * np.minimum(1, c / np.abs(weights).max(axis=0)),
                "The length is the largest entry, not the Euclidean one.",
            ),
        )
        alike = (
            words
            for wrong, words in slips
            if np.allclose(found[:, long], wrong[:, long], rtol=TOLERANCE)
        )
        mistake = next(alike, "Long columns do not become c long.")
        after = np.linalg.norm(found[:, long], axis=0)
        raise CheckFailed(
            mistake,
            f"W has shape {shape} and c = {c:g}. A column of length {lengths[long][0]:.3f} came "
            f"back with length {after[0]:.3f}; the weights into one unit are one column.",
            SECTION,
        )


def leaves_short_columns(answer: Answer, cs: Sequence[float] = (3.0, 0.7), seed: int = 2) -> None:
    """Weights into a unit that are shorter than c stay as they are."""
    rng = np.random.default_rng(seed)
    for c in cs:
        weights = _matrix(rng, (9, 10), c)
        found = _shortened(answer, weights.copy(), c)
        short = np.linalg.norm(weights, axis=0) < c
        if np.allclose(found[:, short], weights[:, short], rtol=TOLERANCE, atol=1e-9):
            continue
        before = float(np.linalg.norm(weights[:, short], axis=0)[0])
        after = float(np.linalg.norm(found[:, short], axis=0)[0])
        raise CheckFailed(
            "Short columns are stretched." if after > before else "Short columns are changed.",
            f"At c = {c:g} a column of length {before:.3f} came back with length {after:.3f}. "
            "c is a bound, not a target.",
            SECTION,
        )


def keeps_the_conventions(answer: Answer, c: float = 1.5, seed: int = 3) -> None:
    """Columns of zeros stay zeros, W is left alone and its dtype is kept."""
    rng = np.random.default_rng(seed)
    drawn = _matrix(rng, (7, 9), c)
    drawn[:, 4] = 0
    results: list[NDArray[Any]] = []
    for dtype in (np.float64, np.float32):
        weights = drawn.astype(dtype)
        before = weights.copy()
        found = _shortened(answer, weights, c)
        unchanged(weights, before, "max_norm")
        same_dtype(found, dtype, "max_norm")
        results.append(found)
        if not np.allclose(results[0], found, rtol=1e-3, atol=1e-5):
            raise CheckFailed(
                "The result depends on the dtype of W.",
                f"At c = {c:g} the longest column is {np.linalg.norm(found, axis=0).max():.3f} "
                f"long for {np.dtype(dtype)} and "
                f"{np.linalg.norm(results[0], axis=0).max():.3f} for float64.",
                SECTION,
            )
        if found[:, 4].any():
            raise CheckFailed(
                "A column of zeros does not stay zero.",
                f"The weights into a silent unit became {found[:3, 4]} and so on.",
                SECTION,
            )
