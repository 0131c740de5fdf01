"""Properties of `variance_shift(p, mean, variance)`: variance at inference against training."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..arrays import CONVENTIONS
from ..failure import CheckFailed, call, wants_value_error

Answer = Callable[..., Any]
SECTION = "Dropout before batch normalisation"


def _ratio(answer: Answer, p: float, *moments: float) -> float:
    given = ", ".join(f"{value:g}" for value in (p, *moments))
    value = call(answer, p, *moments, doing=f"variance_shift({given})")
    if isinstance(value, np.ndarray) and value.shape == ():
        value = value[()]
    if isinstance(value, bool) or not isinstance(value, int | float | np.number):
        raise CheckFailed(
            "variance_shift does not return one number.",
            f"It returned {'None' if value is None else 'a ' + type(value).__name__}.",
            SECTION,
        )
    if not np.isfinite(value):
        raise CheckFailed(
            "variance_shift returns nan or infinity.",
            f"variance_shift({given}) is {value}.",
            SECTION,
        )
    return float(value)


def _is(found: float, p: float, mean: float, variance: float) -> None:
    in_training = (variance + mean**2) / (1 - p) - mean**2
    if np.isclose(found, variance / in_training, rtol=1e-6):
        return
    odds, keep = p / (1 - p), 1 - p
    slips = (
        (
            in_training / variance,
            "The ratio is upside down: inference belongs on top."
            if mean
            else "The ratio is upside down, or kept entries are not rescaled in training.",
        ),
        ((variance / in_training) ** 0.5, "This is the ratio of standard deviations."),
        (1.0, "No shift at all: the noise of the masks is missing."),
        (variance / (variance + variance * odds), "The mean of the activation does not enter."),
        (variance / (variance + (variance + mean) * odds), "The mean enters without its square."),
        (variance / (variance + mean**2 * odds), "Part of the noise is missing."),
        (variance / ((variance + mean**2) / keep), "This takes the mean square for the variance."),
        (
            variance / ((variance + mean**2) * odds),
            "In training the variance of x itself is missing: there is only noise.",
        ),
        (variance / ((variance + mean**2) / p - mean**2), "Drop and keep are swapped."),
        (
            variance / (keep * (variance + mean**2) - keep**2 * mean**2),
            "In training kept entries are not rescaled.",
        ),
        (variance - in_training, "This is a difference, not a ratio."),
        (
            keep * variance**2 / (variance**2 + p * mean**2),
            "The variance is squared, as if it were a standard deviation.",
        ),
        *(
            (
                variance / ((variance + mean**2) / keep - wrong_mean**2),
                "In training the mean stays as it is: inverted dropout neither scales it up "
                "nor down.",
            )
            for wrong_mean in (mean / keep, mean * keep)
            if mean
        ),
        (
            keep**2 * variance / in_training,
            "Activations are scaled at inference as well.",
        ),
    )
    words = next(
        (text for wrong, text in slips if np.isclose(found, wrong, rtol=1e-6)),
        "The ratio is wrong.",
    )
    raise CheckFailed(
        words,
        f"At p = {p:g}, for an activation with mean {mean:g} and variance {variance:g}, the "
        f"variance is {variance:g} at inference and {in_training:.4g} in training: the mean of "
        f"the square, {(variance + mean**2) / (1 - p):.4g}, minus the square of the mean. You "
        f"returned {found:.4g}.",
        SECTION,
    )


def is_right_around_zero(answer: Answer, ps: Sequence[float] = (0.3, 0.8)) -> None:
    """With mean 0 the ratio is right for any variance; mean 0 and variance 1 are the defaults."""
    for p in ps:
        _is(_ratio(answer, p), p, 0.0, 1.0)
        for variance in (1.0, 4.0, 0.3):
            _is(_ratio(answer, p, 0.0, variance), p, 0.0, variance)


def is_right_for_any_mean(
    answer: Answer,
    ps: Sequence[float] = (0.3, 0.8),
    moments: Sequence[tuple[float, float]] = ((2.0, 1.0), (-0.5, 3.0), (0.4, 0.34)),
) -> None:
    """The mean of the activation enters as it should."""
    for p in ps:
        for mean, variance in moments:
            _is(_ratio(answer, p, mean, variance), p, mean, variance)


def knows_the_edges(answer: Answer, outside: Sequence[float] = (-0.1, 1.1)) -> None:
    """p = 0 shifts nothing, p = 1 gives 0, and any p outside [0, 1] is a ValueError."""
    for mean, variance in ((0.0, 1.0), (1.5, 0.7)):
        for p, wanted in ((0.0, 1.0), (1.0, 0.0)):
            found = _ratio(answer, p, mean, variance)
            if not np.isclose(found, wanted, atol=1e-9):
                raise CheckFailed(
                    f"p = {p:g} is not handled.",
                    f"variance_shift({p:g}, {mean:g}, {variance:g}) is {found:.4g} and should be "
                    f"{wanted:g}, the limit for p towards {p:g}.",
                    SECTION,
                )
    for p in outside:
        wants_value_error(
            answer, p, 0.0, 1.0, doing=f"variance_shift({p:g}, 0, 1)", reread=CONVENTIONS
        )
