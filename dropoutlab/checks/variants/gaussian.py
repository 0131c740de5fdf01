"""Properties of `gaussian_dropout(x, p, training, rng)`, which returns the output and its mask."""

from collections.abc import Callable, Sequence
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, DTYPES, pair, probe
from ..chance import plausible
from ..failure import CheckFailed, call, wants_value_error
from ..masks import ONE_COIN
from .common import (
    edge_is,
    entries_are_told_apart,
    is_left_alone,
    noise_is_fresh,
    output_follows,
    rests_at_inference,
)

Answer = Callable[..., Any]
SECTION = "Gaussian dropout: noise without zeros"
NORMAL = NormalDist()
PLACES = (-2.5, -1.5, -0.7, 0.0, 0.7, 1.5, 2.5)  # in standard deviations
SHARES = [NORMAL.cdf(place) for place in PLACES]


def _output_and_mask(
    answer: Answer,
    x: NDArray[Any],
    p: float,
    training: bool,
    rng: np.random.Generator,
    watch_x: bool = False,
) -> tuple[NDArray[Any], NDArray[Any]]:
    x = x if watch_x else x.copy(order="K")
    doing = f"gaussian_dropout(x, p={p:g}, training={training}, rng)"
    value = call(answer, x, p, training, rng, doing=doing)
    return pair(value, x.shape, "gaussian_dropout", "output", "mask")


def _is_normal(noise: NDArray[Any], mean: float, deviation: float) -> bool:
    return all(
        plausible(int((noise <= mean + place * deviation).sum()), noise.size, share)
        for place, share in zip(PLACES, SHARES, strict=True)
    )


def has_the_right_noise(answer: Answer, ps: Sequence[float] = (0.2, 0.7), seed: int = 1) -> None:
    """In training, the output is x times normal noise of mean 1 and variance p / (1 - p)."""
    rng = np.random.default_rng(seed)
    for p in ps:
        for size in ((200, 150), (30_000,)):
            x = probe(rng, size)
            y, _ = _output_and_mask(answer, x, p, True, rng)
            noise = y / x
            if noise.ndim == 2 and not np.allclose(noise, 1.0):
                rounded = np.round(noise, 9)
                entries_are_told_apart(rounded, p, "the noise", "random number")
            if not _is_normal(noise, 1.0, (p / (1 - p)) ** 0.5):
                raise CheckFailed(_slip(noise, y - x, p), _evidence(noise, p), SECTION)
            # A right mean is this close to 1 with probability 1.4e-10.
            if abs(noise.mean() - 1) < 1e-12 * (p / (1 - p)) ** 0.5:
                raise CheckFailed(
                    "The mean of the noise is made to be 1, instead of left to chance.",
                    f"At p = {p:g} it is 1 to twelve digits over {noise.size} entries. Entries "
                    "that are shifted by their common mean depend on each other.",
                    ONE_COIN,
                )


def _slip(noise: NDArray[Any], added: NDArray[Any], p: float) -> str:
    """The mistake that gives this noise."""
    odds = p / (1 - p)
    if np.allclose(noise, 1.0):
        return "There is no noise in training."
    if _is_normal(added, 0.0, odds**0.5) or _is_normal(added, 0.0, odds):
        return "The noise is added to x, where it should multiply x."
    if (noise == 0).mean() > 0.5 * p:
        return "This is plain dropout: entries are set to zero."
    for deviation, words in (
        (odds, "The standard deviation is p/(1-p); that is what the variance should be."),
        (p**0.5, "The variance is p; the factor 1/(1-p) is missing."),
        (p, "The standard deviation is p, whereas the variance should be p/(1-p)."),
        ((p * (1 - p)) ** 0.5, "The variance p(1-p) is that of an unscaled coin."),
        (odds**-0.5, "Drop and keep are swapped in the variance."),
        (odds**0.25, "The square root is taken twice."),
        (1.0, "The variance is 1, whatever p is."),
    ):
        if _is_normal(noise, 1.0, deviation):
            return words
        if _is_normal(noise, 0.0, deviation) or _is_normal(noise, 0.0, odds**0.5):
            return "The noise has mean 0, not 1."
    if not plausible(int((noise <= 1).sum()), noise.size, 0.5):
        return "The noise is not centred on 1."
    if np.isclose(noise.var(), odds, rtol=0.1):
        return "Mean and variance of the noise fit, but it is not normal."
    return "The spread of the noise is wrong."


def _evidence(noise: NDArray[Any], p: float) -> str:
    return (
        f"At p = {p:g}, output / x has mean {noise.mean():.3g} and variance {noise.var():.3g} over "
        f"{noise.size} entries; they should be 1 and p/(1-p) = {p / (1 - p):.3g}."
    )


def multiplies_by_its_mask(answer: Answer, p: float = 0.3, seed: int = 2) -> None:
    """The output is x * mask, with noise of its own for every entry, drawn from rng."""
    rng = np.random.default_rng(seed)
    for x in (probe(rng, (128, 128)), probe(rng, (10, 8, 5, 5)).T):
        x[::2, ::3] = 0.0  # units that happen to be at 0 have noise as well
        y, mask = _output_and_mask(answer, x, p, True, rng)
        output_follows(y, x, mask, p, SECTION)
        if not np.allclose(mask, 1.0):
            entries_are_told_apart(mask, p, "the mask", "random number")
            different = len(np.unique(mask))
            if x.ndim > 2 and 2 < different < x.size / 4:
                raise CheckFailed(
                    "Entries of an example share their noise.",
                    f"x has shape {x.shape}, and its {x.size} entries have only {different} "
                    "different numbers in the mask.",
                    ONE_COIN,
                )
        still = mask[x == 0]
        if (still == still[0]).all():
            raise CheckFailed(
                "Entries that are 0 have no noise of their own.",
                f"At p = {p:g} the mask is {still[0]:.4g} wherever x is 0.",
                SECTION,
            )
        if len(mask) == 128:
            _is_independent(mask > 1, p)
    x = probe(rng, (16, 16))
    noise_is_fresh(lambda r: _output_and_mask(answer, x, p, True, r)[1], seed, "mask")


def _is_independent(above: NDArray[np.bool_], p: float) -> None:
    if not plausible(int(above.sum()), above.size, 0.5):
        return  # the noise is not centred, which `has_the_right_noise` tells
    for first, second, where in (
        (above[::2], above[1::2], "neighbouring examples"),
        (above[:, ::2], above[:, 1::2], "neighbouring units"),
        (above[:64], above[64:], "the two halves of the batch"),
        (above[:, :64], above[:, 64:], "the two halves of the units"),
        (above[:64], above[:63:-1], "mirrored examples"),
    ):
        alike = int((first == second).sum())
        if not plausible(alike, first.size, 0.5):
            raise CheckFailed(
                "Entries of the noise depend on each other.",
                f"At p = {p:g}, the noise lies on the same side of 1 for {alike / first.size:.0%} "
                f"of the pairs between {where}; about 50% would be chance.",
                ONE_COIN,
            )


def is_the_identity_at_inference(
    answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 3
) -> None:
    """At inference the output is x and the mask is all ones."""
    rng = np.random.default_rng(seed)
    for p in ps:
        x = probe(rng, (8, 9))
        y, mask = _output_and_mask(answer, x, p, False, rng)
        if len(np.unique(y / x)) > len(x):
            raise CheckFailed(
                "There is noise at inference.",
                f"With training=False and p = {p:g}, the output is between "
                f"{(y / x).min():.3g} and {(y / x).max():.3g} times x.",
                SECTION,
            )
        rests_at_inference(y, mask, x, p, SECTION)


def keeps_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.0, 1.1), seed: int = 4
) -> None:
    """x is left alone, its dtype is kept, p = 0 is no noise, and p = 1 or outside is refused."""
    rng = np.random.default_rng(seed)
    edges = [(np.float32, 0.0, True), (np.float32, 0.3, False)]
    for dtype, p, training in [*((dtype, 0.3, True) for dtype in DTYPES), *edges]:
        x = probe(rng, (3, 4, 5), dtype)
        before = x.copy()
        y, mask = _output_and_mask(answer, x, p, training, rng, watch_x=True)
        is_left_alone(x, before, y, "gaussian_dropout")
        if p == 0:
            edge_is(y, mask, before, p)
    for p in outside:
        doing = f"gaussian_dropout(x, p={p:g}, training=True, rng)"
        x = probe(rng, (2, 3))
        if p == 1:
            _refuses_one(answer, x, rng, doing)
        else:
            wants_value_error(answer, x, p, True, rng, doing=doing, reread=CONVENTIONS)


def _refuses_one(answer: Answer, x: NDArray[Any], rng: np.random.Generator, doing: str) -> None:
    try:
        wants_value_error(answer, x, 1.0, True, rng, doing=doing, reread=SECTION)
    except CheckFailed:
        raise CheckFailed(
            "p = 1 is not refused.",
            f"{doing} did not raise ValueError. There the variance p/(1-p) would be infinite.",
            SECTION,
        ) from None
