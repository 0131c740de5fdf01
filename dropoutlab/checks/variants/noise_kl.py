"""Properties of `kingma_kl(p)`, the price of Kingma's variational dropout."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import real_array
from ..failure import CheckFailed, call, wants_value_error
from .common import all_are_left_alone
from .suspects import is_accepted, name_of

Answer = Callable[..., Any]
Floats = NDArray[np.floating]
SECTION = "The other variational dropout"
C1, C2, C3 = 1.16145124, -1.50204118, 0.58629921


def _price(answer: Answer, p: Floats) -> Floats:
    words = np.array2string(p.reshape(-1)[:3], precision=3, separator=", ")
    value = call(answer, p, doing=f"kingma_kl({words})")
    return real_array(value, p.shape, "the result")


def _terms(alpha: Floats) -> tuple[Floats, Floats]:
    return 0.5 * np.log(alpha), C1 * alpha + C2 * alpha**2 + C3 * alpha**3


def follows_the_approximation(
    answer: Answer, low: float = 0.02, high: float = 0.45, size: int = 12
) -> None:
    """With α = p/(1-p), it is −½ log α − c₁α − c₂α² − c₃α³."""
    for shape in ((size,), (3, 4)):
        p = np.linspace(low, high, int(np.prod(shape))).reshape(shape)
        before = p.copy()
        found = _price(answer, p)
        all_are_left_alone([p], [before], "p", "kingma_kl")
        p = before
        logarithm, series = _terms(p / (1 - p))
        if np.allclose(found, -logarithm - series, rtol=1e-5, atol=1e-6):
            continue
        wrong: list[tuple[Any, str]] = [
            (logarithm + series, "The sign is wrong: this is −KL."),
            (-logarithm + series, "The polynomial has the wrong sign."),
            (logarithm - series, "The logarithm has the wrong sign."),
            (-2 * logarithm - series, "The factor ½ before the logarithm is missing."),
            (-logarithm, "The polynomial is missing."),
            (-series, "The logarithm is missing."),
            (-logarithm / np.log(10) - series, "The logarithm is to base 10."),
            (-logarithm / np.log(2) - series, "The logarithm is to base 2."),
            (0.5 * (-2 * logarithm - series), "The polynomial is halved: only the logarithm is."),
            (-0.5 * np.log(p) - series, "The logarithm is that of p; it is that of α."),
        ]
        for alpha, words in (
            (p, "α is set to p; it is p/(1-p)."),
            (np.sqrt(p / (1 - p)), "α is the standard deviation; it is the variance p/(1-p)."),
            ((1 - p) / p, "α is (1-p)/p; it is p/(1-p)."),
            (p * (1 - p), "α is p(1-p), the variance of a coin; it is p/(1-p)."),
            (1 - p, "α is set to 1-p; it is p/(1-p)."),
            (p / (1 - p) ** 2, "α is p/(1-p)²; it is p/(1-p)."),
            ((p / (1 - p)) ** 2, "α is the square of p/(1-p); it is p/(1-p)."),
        ):
            wrong.append((-sum(_terms(alpha)), words))
        all_plus = -logarithm - (
            C1 * p / (1 - p) + -C2 * (p / (1 - p)) ** 2 + C3 * (p / (1 - p)) ** 3
        )
        wrong.append((all_plus, "c₂ is negative: the minus sign before 1.502… is lost."))
        otherwise = "The values are not those of the approximation."
        if np.ptp(found + logarithm + series) < 1e-6:
            otherwise = "A constant is added, which the exercise leaves out."
        raise CheckFailed(
            name_of(found, wrong, otherwise),
            f"At p = {p.flat[-1]:.4g}, so α = {p.flat[-1] / (1 - p.flat[-1]):.4g}, it is "
            f"{found.flat[-1]:.6g} and should be {-(logarithm + series).flat[-1]:.6g}.",
            SECTION,
        )


def refuses_too_much_noise(
    answer: Answer, outside: Sequence[float] = (0.6, 0.0, -0.2), inside: float = 0.3
) -> None:
    """A p that is 0 or less, or above 0.5, is a ValueError; p = 0.5 is not."""
    edge = np.array([inside, 0.5])
    refused = "p = 0.5 is refused, although α is 1 there."
    is_accepted(refused, SECTION, partial(_price, answer, edge))
    for p in outside:
        for values in (np.array([p]), np.array([inside, p, inside])):
            doing = f"kingma_kl(np.array({values.tolist()}))"
            try:
                wants_value_error(answer, values, doing=doing, reread=SECTION)
            except CheckFailed as failure:
                what = "An α above 1" if p > 0.5 else "A p of 0 or less"
                raise CheckFailed(
                    f"{what} is not refused with ValueError.",
                    str(failure).split("\n")[1],
                    SECTION,
                ) from None
