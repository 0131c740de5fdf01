"""Properties of `freeze(p, seed)`, which returns inverted dropout with one mask for all calls."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import scales
from ..arrays import probe, real_array
from ..chance import plausible
from ..failure import CheckFailed, call

Answer = Callable[..., Any]
SECTION = "Freezing the coins"
SHAPE = (40, 30)


def _frozen(answer: Answer, p: float, seed: int) -> Callable[[NDArray[Any]], NDArray[Any]]:
    f = call(answer, p, seed, doing=f"freeze({p:g}, seed={seed})")
    if not callable(f):
        raise CheckFailed(
            "freeze does not return a function.",
            f"It returned something of type {type(f).__name__}. Define f inside of freeze and "
            "return it, without calling it.",
            SECTION,
        )

    def output(x: NDArray[Any]) -> NDArray[Any]:
        y = call(f, x.copy(), doing=f"f = freeze({p:g}, seed={seed}); f(x)")
        y = real_array(y, x.shape, "the output of the frozen layer")
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


def still_drops(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 2) -> None:
    """It is inverted dropout in training, and another seed has another mask."""
    x = probe(np.random.default_rng(seed), SHAPE)
    for p in ps:
        y = _frozen(answer, p, seed)(x)
        scales.kept_are_scaled(y, x, p, 1 / (1 - p), "f(x)", SECTION)
        kept = int((y != 0).sum())
        if not plausible(kept, x.size, 1 - p):
            raise CheckFailed(
                "Drop and keep are swapped: p is the probability of dropping."
                if plausible(kept, x.size, p)
                else "The share of dropped entries is not p.",
                f"At p = {p:g}, f keeps {kept} of {x.size} entries.",
                SECTION,
            )
        other = _frozen(answer, p, seed + 1)(x)
        if ((y != 0) == (other != 0)).all():
            raise CheckFailed(
                "Every seed gives the same mask.",
                f"freeze({p:g}, {seed}) and freeze({p:g}, {seed + 1}) drop the same entries.",
                SECTION,
            )
