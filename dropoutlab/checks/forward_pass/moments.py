"""Properties of `dropout_moments(x, p)`, the mean and the variance of inverted dropout's output."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, pair, probe, unchanged
from ..failure import CheckFailed, call, wants_value_error
from ..scales import TOLERANCE

Answer = Callable[..., Any]
SECTION = "Mean and spread"


def _moments(
    answer: Answer, x: NDArray[Any], p: float, watch_x: bool = False
) -> tuple[NDArray[Any], NDArray[Any]]:
    value = call(
        answer, x if watch_x else x.copy(order="K"), p, doing=f"dropout_moments(x, p={p:g})"
    )
    return pair(value, x.shape, "dropout_moments", "mean", "variance")


def _probes(seed: int) -> list[NDArray[Any]]:
    """Activations of one, two and three dimensions, the second in Fortran's order."""
    rng = np.random.default_rng(seed)
    return [probe(rng, (7,)), probe(rng, (5, 3)).T, probe(rng, (2, 3, 4))]


def mean_is_right(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 1) -> None:
    """The mean of the output is right."""
    for x, p in product(_probes(seed), ps):
        mean, variance = _moments(answer, x, p)
        if np.allclose(mean, x, rtol=TOLERANCE, atol=1e-12):
            continue
        mistake = "The mean is not x."
        if np.allclose(mean, (1 - p) * x):
            mistake = "The mean is that of vanilla dropout, without the factor 1/(1-p)."
        elif np.allclose(mean, x / (1 - p)):
            mistake = "This is the output of a kept entry, not the mean over kept and dropped ones."
        elif np.allclose(variance, x) and np.allclose(mean, x**2 * p / (1 - p)):
            mistake = "Mean and variance are returned in the wrong order."
        elif np.allclose(mean, x.mean()):
            mistake = "The mean is taken over the entries of x, not over the masks."
        elif np.allclose(mean, x, rtol=0.2):
            mistake = "The mean is only approximate; it can be had exactly."
        raise CheckFailed(
            mistake,
            f"At p = {p:g}, an entry {x.flat[0]:.4g} has mean {mean.flat[0]:.4g} in your answer. "
            f"Its output is 0 with probability {p:g} and {x.flat[0] / (1 - p):.4g} otherwise.",
            SECTION,
        )


def variance_is_right(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 2) -> None:
    """The variance of the output is right."""
    for x, p in product(_probes(seed), ps):
        _, variance = _moments(answer, x, p)
        odds = p / (1 - p)
        if np.allclose(variance, x**2 * odds, rtol=TOLERANCE, atol=1e-12):
            continue
        mistake = "The variance is wrong."
        for wrong, words in (
            (x, "This is the mean: mean and variance are returned in the wrong order."),
            (-(x**2) * odds, "The variance is negative: the terms are subtracted the wrong way."),
            (
                x**2 * p - p,
                "`/ 1 - p` divides by 1 and then subtracts p: brackets are missing around 1 - p.",
            ),
            (np.abs(x) * odds**0.5, "This is the standard deviation, not the variance."),
            (x**2 * p * (1 - p), "The variance is that of vanilla dropout."),
            (x**2 / (1 - p), "This is the mean of the square, not the variance."),
            (x * odds, "x enters the variance without its square."),
            (np.abs(x) * odds, "x enters the variance without its square."),
            (np.full_like(x, odds), "This is the variance of the mask; x is missing."),
            (np.full_like(x, p * (1 - p)), "This is the variance of keep; the rest is missing."),
            (x**2 / odds, "Drop and keep are swapped in the variance."),
            (x**2 * p, "A factor 1/(1-p) is missing in the variance."),
            (x**2 * p / (1 - p) ** 2, "There is a factor 1/(1-p) too many in the variance."),
            (np.zeros_like(x), "The variance is zero: the noise is missing."),
            (np.full_like(x, x.var()), "The variance is taken over the entries of x."),
        ):
            if np.allclose(variance, wrong, rtol=TOLERANCE, atol=1e-12):
                mistake = words
                break
        else:
            if np.allclose(variance, x**2 * odds, rtol=0.2):
                mistake = "The variance is only approximate; it can be had exactly."
        raise CheckFailed(
            mistake,
            f"At p = {p:g}, an entry {x.flat[0]:.4g} has variance {variance.flat[0]:.4g} in your "
            f"answer. Its output is 0 with probability {p:g} and {x.flat[0] / (1 - p):.4g} "
            "otherwise: the mean of the square minus the square of the mean.",
            SECTION,
        )


def knows_the_edges(answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 3) -> None:
    """At p = 0 nothing varies, at p = 1 the output is always 0, and a wrong p is refused."""
    x = probe(np.random.default_rng(seed), (4, 3))
    before = x.copy()
    _knows_silent_units(answer, x)
    for p, wanted in ((0.0, x), (1.0, np.zeros_like(x))):
        mean, variance = _moments(answer, x, p, watch_x=True)
        if not np.allclose(mean, wanted) or not np.allclose(variance, 0.0):
            raise CheckFailed(
                f"p = {p:g} is not handled.",
                f"At p = {p:g} the output is always {'0' if p else 'x'}, so its mean is "
                f"{'0' if p else 'x'} and its variance 0.",
                CONVENTIONS,
            )
    unchanged(x, before, "dropout_moments")
    for p, values in product(outside, (x, np.zeros_like(x))):
        doing = f"dropout_moments(x, p={p:g})"
        wants_value_error(answer, values, p, doing=doing, reread=CONVENTIONS)


def _knows_silent_units(answer: Answer, x: NDArray[Any]) -> None:
    """Fail if an activation of 0 leads to nan, or if x is written into at a usual p."""
    silent = np.where(np.arange(x.size).reshape(x.shape) % 2, x, 0.0)
    before = silent.copy()
    _moments(answer, silent, 0.3, watch_x=True)  # fails if there is a nan
    unchanged(silent, before, "dropout_moments")
