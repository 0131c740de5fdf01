"""Properties of `freeze(p, seed)`, which returns inverted dropout with one mask for all calls."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import coins, scales
from ..arrays import probe, real_array, same_dtype, unchanged
from ..chance import plausible
from ..failure import CheckFailed, call
from .handling import calling

Answer = Callable[..., Any]
SECTION = "Freezing the coins"
SHAPE, SMALL, LARGE = (40, 30), (5, 7, 3), (128, 128)


def _frozen(answer: Answer, p: float, seed: int) -> Callable[..., NDArray[Any]]:
    """The learner's f for this p and seed, with a check of everything that it returns."""
    f = call(answer, p, seed, doing=f"freeze({p:g}, seed={seed})")
    if not callable(f):
        raise CheckFailed(
            "freeze does not return a function.",
            f"It returned something of type {type(f).__name__}. Define f inside of freeze and "
            "return it, without calling it.",
            SECTION,
        )

    def output(x: NDArray[Any], mistake: str = "") -> NDArray[Any]:
        given, doing = x.copy(), f"f = freeze({p:g}, seed={seed}); f(x)"
        value = (
            calling(f, given, doing=doing, mistake=mistake)
            if mistake
            else call(f, given, doing=doing)
        )
        y = real_array(value, x.shape, "the output of the frozen layer")
        unchanged(given, x, "f")
        same_dtype(y, x.dtype, "f")
        if np.unique(y[y != 0]).size == 1:
            raise CheckFailed(
                "f returns the mask, not the output.",
                "All entries of f(x) are 0 or one and the same number, though x has no two alike.",
                SECTION,
            )
        return y

    return output


def repeats_its_mask(answer: Answer, p: float = 0.3, seed: int = 1) -> None:
    """Every call of one frozen layer has the same mask, also with another x."""
    rng = np.random.default_rng(seed)
    x, other = probe(rng, SHAPE), probe(rng, SHAPE)
    f = _frozen(answer, p, seed)
    first, second, third = f(x), f(x), f(other)
    if (first != second).any():
        raise CheckFailed(
            "The mask is another one on the second call.",
            f"f(x) and f(x) differ in {int((first != second).sum())} of {x.size} entries. A "
            "generator that is made once moves on with every draw.",
            SECTION,
        )
    if (first == third).all():
        raise CheckFailed(
            "The output is frozen, not the mask.",
            "f(x) is the same for two different x. The numerical gradient moves x a little and "
            "has to see what changes.",
            SECTION,
        )
    moved = int(((first != 0) != (third != 0)).sum())
    if moved:
        raise CheckFailed(
            "The mask depends on x.",
            f"For another x of the same shape, {moved} of {x.size} entries changed their fate.",
            SECTION,
        )
    f(probe(rng, SMALL, np.float32), "f stops with an error when x has another shape than before.")
    if (f(other) != third).any():
        raise CheckFailed(
            "The mask is another one after an x of another shape.",
            f"f(x) for shape {SHAPE}, then for {SMALL}, then for {SHAPE} again: the first and the "
            "last have different masks. Each shape has one, whatever came between.",
            SECTION,
        )


def still_drops(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 2) -> None:
    """It is inverted dropout in training, and another seed has another mask."""
    x = probe(np.random.default_rng(seed), LARGE)
    for p in ps:
        y = _frozen(answer, p, seed)(x)
        scales.kept_are_scaled(y, x, p, 1 / (1 - p), "f(x)", SECTION)
        coins.entries_are_independent(y != 0, "f(x)")
        kept = int((y != 0).sum())
        if not plausible(kept, x.size, 1 - p):
            raise CheckFailed(
                "Drop and keep are swapped: p is the probability of dropping."
                if plausible(kept, x.size, p)
                else "The share of dropped entries is not p.",
                f"At p = {p:g}, f keeps {kept} of {x.size} entries.",
                SECTION,
            )
        if p == ps[0] and (_frozen(answer, p, seed)(x) != y).any():
            raise CheckFailed(
                "The seed does not decide on the mask.",
                f"Made twice, freeze({p:g}, {seed}) has two different masks.",
                SECTION,
            )
        other = _frozen(answer, p, seed + 1)(x)
        if ((y != 0) == (other != 0)).all():
            raise CheckFailed(
                "Every seed gives the same mask.",
                f"freeze({p:g}, {seed}) and freeze({p:g}, {seed + 1}) drop the same entries.",
                SECTION,
            )
