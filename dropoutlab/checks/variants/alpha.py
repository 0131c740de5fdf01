"""Properties of `alpha_dropout(x, p, training, rng)`, which returns the output and its slope."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import coins, masks
from ..arrays import CONVENTIONS, DTYPES, pair, probe
from ..failure import CheckFailed, call, wants_value_error
from .common import edge_is, in_bulk, is_left_alone, rests_at_inference
from .own_coins import Noted

Answer = Callable[..., Any]
SECTION = "Alpha dropout: keep mean and variance"
SCALE, ALPHA = 1.0507009873554805, 1.6732632423543772
OFF = -SCALE * ALPHA
TOLERANCE = 1e-5


def _output_and_slope(
    answer: Answer,
    x: NDArray[Any],
    p: float,
    training: bool,
    rng: np.random.Generator,
    watch_x: bool = False,
) -> tuple[NDArray[Any], NDArray[Any]]:
    x = x if watch_x else x.copy(order="K")
    doing = f"alpha_dropout(x, p={p:g}, training={training}, rng)"
    value = call(answer, x, p, training, rng, doing=doing)
    return pair(value, x.shape, "alpha_dropout", "output", "slope")


def _kept(y: NDArray[Any]) -> masks.Mask:
    """Where an entry was kept: all that is dropped has one value, and no two inputs are alike."""
    values, times = np.unique(y, return_counts=True)
    if times.max() == 1:
        return np.ones(y.shape, dtype=bool)
    return y != values[times.argmax()]


def _stretch(p: float) -> tuple[float, float]:
    """What a and b have to be for mean 0 and variance 1."""
    a = (1 - p + p * (1 - p) * OFF**2) ** -0.5
    return a, -a * p * OFF


def sets_kept_and_dropped_values(
    answer: Answer, ps: Sequence[float] = (0.1, 0.6), seed: int = 1
) -> None:
    """In training, kept entries become a x + b and dropped ones a alpha' + b."""
    for p in ps:
        rng = np.random.default_rng(seed)
        for x in (probe(rng, (3_000,)), probe(rng, (60, 50)).T):
            y, _ = _output_and_slope(answer, x, p, True, rng)
            keep, (a, b) = _kept(y), _stretch(p)
            if np.allclose(y, a * np.where(keep, x, OFF) + b, rtol=TOLERANCE, atol=TOLERANCE):
                if keep.all():
                    raise CheckFailed("Nothing is dropped.", f"At p = {p:g}, {x.size} entries "
                                      "were all kept.", SECTION)  # fmt: skip
                continue
            value = float(y[~keep][0]) if not keep.all() else np.nan
            slope, shift = np.polyfit(x[keep], y[keep], 1) if keep.sum() > 2 else (np.nan, np.nan)
            raise CheckFailed(
                _slip(p, value, slope, shift),
                f"At p = {p:g}, a kept entry is {slope:.4f} x + {shift:.4f} and a dropped one "
                f"{value:.4f}; it should be {a:.4f} x + {b:.4f} and {a * OFF + b:.4f}.",
                SECTION,
            )


def _slip(p: float, value: float, slope: float, shift: float) -> str:
    """The mistake that gives these values."""
    (a, b), (a_swapped, b_swapped) = _stretch(p), _stretch(1 - p)

    def is_it(wrong_value: float, wrong_slope: float, wrong_shift: float) -> bool:
        wrong = (wrong_value, wrong_slope, wrong_shift)
        return np.allclose((value, slope, shift), wrong, rtol=1e-4, atol=1e-4)

    if np.isnan(value):
        return "Nothing is dropped."
    for off, words in (
        (0.0, "Dropped entries are set to 0, not to alpha'."),
        (-OFF, "alpha' has the wrong sign: it is negative."),
        (-ALPHA, "alpha' is -alpha; the factor lambda is missing."),
        (-SCALE, "alpha' is -lambda; the factor alpha is missing."),
    ):
        own = (1 - p + p * (1 - p) * off**2) ** -0.5
        for stretch, move in ((a, b), (own, -own * p * off), (1.0, 0.0), (1 / (1 - p), 0.0)):
            if is_it(stretch * off + move, stretch, move):
                return words
    q = 1 - p
    for stretch, move, words in (
        (1.0, 0.0, "The step a (...) + b is missing."),
        (a, 0.0, "b is missing."),
        (1.0, -p * OFF, "a is missing: only the mean is corrected."),
        (1.0, b, "a is missing in front of x."),
        (a, -b, "b has the wrong sign."),
        (a, -p * OFF, "b lacks the factor a."),
        (a, -a * q * OFF, "Drop and keep are swapped in b."),
        (a_swapped, b_swapped, "Drop and keep are swapped in a and b."),
        (a**2, a * b, "a lacks the square root."),
        (a**2, b, "a lacks the square root."),
        (1 / a, -p * OFF / a, "a is upside down."),
        (1 / a, b, "a is upside down."),
        ((q + p * OFF**2) ** -0.5, -((q + p * OFF**2) ** -0.5) * p * OFF,
         "a leaves out the square of the mean: a factor 1-p is missing."),
        (1 / q, 0.0, "Kept entries are scaled by 1/(1-p), as in plain dropout."),
    ):  # fmt: skip
        if is_it(stretch * OFF + move, stretch, move):
            return words
    if is_it(a * OFF, a, b):
        return "b is missing where an entry is dropped."
    if is_it(a * OFF + b, a, 0.0):
        return "b is missing where an entry is kept."
    if is_it(a * OFF + b, a, a * OFF + b):
        return "alpha' is added to kept entries as well."
    if is_it(a * OFF + b, a / q, b):
        return "Kept entries are divided by 1-p, which a does already."
    if np.isclose(slope, a, rtol=1e-4) and np.isclose(shift, b, atol=1e-4):
        return "Dropped entries do not become a alpha' + b."
    if is_it(OFF, a, b):
        return "Dropped entries do not become a alpha' + b."
    return "Kept entries do not become a x + b."


def returns_the_slope(answer: Answer, ps: Sequence[float] = (0.1, 0.6), seed: int = 2) -> None:
    """The slope is what a kept entry is multiplied by, and 0 where an entry was dropped."""
    for p in ps:
        rng = np.random.default_rng(seed)
        x = probe(rng, (3_000,))
        y, slope = _output_and_slope(answer, x, p, True, rng)
        keep, (a, _) = _kept(y), _stretch(p)
        if slope.dtype != np.bool_ and np.allclose(slope, a * keep, rtol=TOLERANCE):
            continue
        mistake = "The slope is not the derivative of the output."
        if np.allclose(slope, keep):
            mistake = "The slope lacks the factor a."
        elif np.allclose(slope, keep / (1 - p)):
            mistake = "The slope is that of plain dropout, with 1/(1-p)."
        elif np.allclose(slope, a):
            mistake = "The slope is not 0 where an entry was dropped."
        elif np.allclose(slope, y / x, rtol=TOLERANCE):
            mistake = "The slope is output / x, which forgets the shift b."
        elif np.allclose(slope, a * ~keep, rtol=TOLERANCE):
            mistake = "The slope is a where an entry was dropped and 0 where it was kept."
        elif np.allclose(slope != 0, keep):
            mistake = "The slope of the kept entries is not a."
        raise CheckFailed(
            mistake,
            f"At p = {p:g}, if x grows by 1, a kept output grows by {a:.4f} and a dropped one not "
            f"at all; the slopes returned are between {slope.min():.4g} and {slope.max():.4g}.",
            SECTION,
        )


def drops_with_own_coins(answer: Answer, p: float = 0.3, seed: int = 3) -> None:
    """Every entry has its own coin from rng, dropped with probability p."""

    def draw(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        x = np.random.default_rng(0).uniform(-2.0, 2.0, shape)
        return _kept(_output_and_slope(answer, x, p, True, rng)[0])

    noted = Noted(draw)
    masks.share_is(noted((16_000,), p, np.random.default_rng(seed)), p, "the output")
    masks.draws_are_fresh(noted, seed, "the output", p)
    coins.coins_are_independent(in_bulk(noted), seed, "the output", p)
    noted.leave_the_count_to_chance("the output")


def keeps_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 4
) -> None:
    """Inference, p = 0, p = 1 and a wrong p are handled, x is left alone and its dtype kept."""
    rng = np.random.default_rng(seed)
    edges = [(np.float32, p, training) for p, training in ((0.0, True), (1.0, True), (0.3, False))]
    for dtype, p, training in [*((dtype, 0.3, True) for dtype in DTYPES), *edges]:
        x = probe(rng, (3, 4, 5), dtype)
        before = x.copy()
        y, slope = _output_and_slope(answer, x, p, training, rng, watch_x=True)
        is_left_alone(x, before, y, "alpha_dropout")
        if not training:
            rests_at_inference(y, slope, before, p, SECTION, "slope")
        elif p in (0.0, 1.0):
            edge_is(y, slope, before, p, "slope")
    for p in outside:
        doing = f"alpha_dropout(x, p={p:g}, training=True, rng)"
        wants_value_error(answer, probe(rng, (2, 3)), p, True, rng, doing=doing, reread=CONVENTIONS)
