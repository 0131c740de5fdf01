"""Properties of `concrete_dropout(x, p, temperature, training, rng)`, which returns (output, z)."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import masks
from ..arrays import CONVENTIONS, pair, probe, unchanged
from ..chance import plausible
from ..failure import CheckFailed, call, wants_value_error
from .own_coins import every_entry_has_its_own
from .suspects import name_of

Answer = Callable[..., Any]
Floats = NDArray[np.floating]
SECTION = "Concrete dropout: a rate that learns"
LEVELS = (0.003, 0.05, 0.2, 0.4, 0.5, 0.6, 0.8, 0.95, 0.997)


def _noise(
    answer: Answer,
    x: Floats,
    p: float,
    temperature: float,
    training: bool,
    rng: np.random.Generator,
) -> tuple[Floats, Floats]:
    doing = f"concrete_dropout(x, p={p:g}, temperature={temperature:g}, training={training}, rng)"
    value = call(answer, x, p, temperature, training, rng, doing=doing)
    y, z = pair(value, x.shape, "concrete_dropout", "output", "array z")
    swapped = np.allclose(z, x * (1 - y) / (1 - p)) and not np.allclose(y, x * (1 - z) / (1 - p))
    if training and swapped:
        raise CheckFailed(
            "z is returned before the output.", "Return the output first: `return output, z`."
        )
    return y, z


def _logit(share: float) -> float:
    return float(np.log(share) - np.log1p(-share))


def _above(level: float, p: float, temperature: float) -> float:
    """The probability that z is above a level, from the formula of the exercise."""
    return float(1 / (1 + np.exp(temperature * _logit(level) - _logit(p))))


def _fits(z: Floats, p: float, temperature: float) -> bool:
    return all(
        plausible(int((z > level).sum()), z.size, _above(level, p, temperature)) for level in LEVELS
    )


def follows_the_formula(
    answer: Answer,
    cases: Sequence[tuple[float, float]] = ((0.2, 0.4), (0.6, 0.1), (0.3, 2.0)),
    size: int = 8_000,
    seed: int = 1,
) -> None:
    """z is in [0, 1], above 0.5 with probability p, and as soft as the temperature says."""
    rng = np.random.default_rng(seed)
    for p, temperature in cases:
        _, z = _noise(answer, probe(rng, (2, size // 8, 4)), p, temperature, True, rng)
        told = f"At p = {p:g} and temperature {temperature:g}, "
        if z.min() < 0 or z.max() > 1:
            raise CheckFailed(
                "z leaves the interval from 0 to 1.",
                f"{told}it is between {z.min():.4g} and {z.max():.4g}: is the sigmoid missing?",
                SECTION,
            )
        if np.ptp(z) == 0:
            raise CheckFailed(
                "One uniform number serves all entries.",
                f"{told}all {z.size} entries of z are {z.flat[0]:.4g}. u has the shape of x.",
                SECTION,
            )
        if (z == z[0]).all() and size > 2:
            raise CheckFailed(
                "All examples of the batch share one z.",
                f"{told}the rows of z are copies of one row. u has the shape of x.",
                SECTION,
            )
        if (z == z[..., :1]).all():
            raise CheckFailed(
                "Entries share their uniform number.",
                f"{told}z, of shape {z.shape}, is the same along its last axis. u has the "
                "shape of x, with one number for every entry.",
                SECTION,
            )
        if _fits(z, p, temperature):
            continue
        mistake = "z is not distributed as the formula says."
        if np.isin(z, (0, 1)).all():
            mistake = "z is hard, 0 or 1: nothing can be differentiated."
        elif _fits(1 - z, p, temperature):
            mistake = "z says keep instead of drop."
        elif _fits(z, p, 1.0):
            mistake = "The temperature is not used."
        elif _fits(z, p, 1 / temperature):
            mistake = "z is multiplied by the temperature where it should be divided."
        elif _fits(z, p, temperature**2):
            mistake = "z is divided by the square of the temperature."
        elif _fits(z, p, temperature**0.5):
            mistake = "z is divided by the root of the temperature."
        elif _fits(z, p, 0.1):
            mistake = "The temperature is 0.1, whatever is asked for."
        elif _fits(z, p, temperature / 2):
            mistake = "The sigmoid is too steep: sigmoid(a) is 0.5 * (1 + tanh(a / 2))."
        elif _fits(z, p, temperature * np.log(10)):
            mistake = "The logarithms are to base 10."
        elif _fits(z, 1 / (1 + np.exp(-p)), temperature):
            mistake = "p stands in the formula without its logit."
        elif _fits(z, p / (1 + p), temperature):
            mistake = "The part log(1-p) of the logit of p is missing."
        elif _fits(z, 0.5, temperature):
            mistake = "p has no influence on z."
        above = float((z > 0.5).mean())
        raise CheckFailed(
            mistake,
            f"{told}{above:.1%} of z are above 0.5, which should be {p:.1%}, and "
            f"{float((z > 0.8).mean()):.1%} above 0.8, which should be "
            f"{_above(0.8, p, temperature):.1%}.",
            SECTION,
        )


def throws_own_coins(answer: Answer, p: float = 0.3, seed: int = 2) -> None:
    """Every entry has its own uniform number from rng."""

    def draw(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        return _noise(answer, np.ones(shape), p, 0.3, True, rng)[1] <= 0.5

    every_entry_has_its_own(draw, p, seed, "z ≤ 0.5", share=False)


def scales_the_output(
    answer: Answer, cases: Sequence[tuple[float, float]] = ((0.2, 0.4), (0.7, 0.8)), seed: int = 3
) -> None:
    """In training, the output is x (1 - z) / (1 - p)."""
    rng = np.random.default_rng(seed)
    for p, temperature in cases:
        x = probe(rng, (30, 20))
        y, z = _noise(answer, x.copy(), p, temperature, True, rng)
        if np.allclose(y, x * (1 - z) / (1 - p), rtol=1e-5, atol=1e-6):
            continue
        mistake = name_of(
            y,
            [
                (x * z / (1 - p), "The output is multiplied by z, which says drop."),
                (x * z, "The output is multiplied by z, which says drop."),
                (x * (1 - z), "The output is not rescaled by 1/(1-p)."),
                (x * z / p, "The output is multiplied by z, which says drop."),
                (x * (1 - z) / p, "The output is divided by p instead of 1-p."),
                (x * (1 - z) / (1 - z).mean(), "The output is divided by the mean of 1-z."),
                (x * (z <= 0.5) / (1 - p), "The output is dropped hard, with z rounded."),
                (x, "The output is x: nothing is dropped."),
            ],
            "The output is not x (1 - z) / (1 - p).",
        )
        raise CheckFailed(
            mistake,
            f"At p = {p:g}, an entry x = {x.flat[0]:.4g} with z = {z.flat[0]:.4g} became "
            f"{y.flat[0]:.4g}; it should be {x.flat[0] * (1 - z.flat[0]) / (1 - p):.4g}.",
            SECTION,
        )


def rests_at_inference(
    answer: Answer,
    ps: Sequence[float] = (0.2, 0.75),
    outside: Sequence[float] = (0.0, 1.0, 1.1),
    seed: int = 4,
) -> None:
    """At inference the output is x and z is 0; x is left alone, and a wrong p is refused."""
    rng = np.random.default_rng(seed)
    for p, training in ((p, training) for p in ps for training in (True, False)):
        x = probe(rng, (8, 9))
        before = x.copy()
        y, z = _noise(answer, x, p, 0.4, training, rng)
        unchanged(x, before, "concrete_dropout")
        if not training:
            if not np.allclose(y, before, rtol=1e-6):
                same = np.allclose(y / before, (y / before).flat[0])
                raise CheckFailed(
                    "The output is rescaled at inference."
                    if same
                    else "The noise is left on at inference.",
                    f"With training=False and p = {p:g}, the output is between "
                    f"{(y / before).min():.4g} and {(y / before).max():.4g} times x.",
                    SECTION,
                )
            if not np.allclose(z, 0.0):
                raise CheckFailed(
                    "z at inference is not all zeros.",
                    f"With training=False it is between {z.min():.4g} and {z.max():.4g}. z says "
                    "how much is dropped: nothing.",
                    SECTION,
                )
    for p in outside:
        doing = f"concrete_dropout(x, p={p:g}, temperature=0.4, training=True, rng)"
        x = probe(rng, (2, 3))
        try:
            wants_value_error(answer, x, p, 0.4, True, rng, doing=doing, reread=CONVENTIONS)
        except CheckFailed:
            if p not in (0.0, 1.0):
                raise
            raise CheckFailed(
                f"p = {p:g} is not refused with ValueError.",
                f"{doing} did not raise it. p is strictly between 0 and 1, where it has a logit.",
                SECTION,
            ) from None
