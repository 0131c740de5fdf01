"""Is this what independent coins with drop probability p leave behind? Shared by all exercises.

`keep` is always a boolean array, True where an entry was kept. An entry is kept with probability
1 - p, independently of every other entry of the array and of every other draw.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from .chance import plausible
from .failure import CheckFailed

DROP_OR_KEEP = "Drop or keep?"
ONE_COIN = "One coin for every entry"

Mask = NDArray[np.bool_]
Draw = Callable[[tuple[int, ...], float, np.random.Generator], Mask]
Draws = Callable[[tuple[int, ...], float, np.random.Generator, int], list[Mask]]


def one_of(draws: Draws) -> Draw:
    """How to draw one mask, from how to draw several in turn."""
    return lambda shape, p, rng: draws(shape, p, rng, 1)[0]


def share_is(keep: Mask, p: float, what: str) -> None:
    """Fail unless the share of kept entries fits drop probability p, on the whole and in each half.

    A mask of one or two long rows serves best: even where the rows of a batch wrongly share their
    coins, which is another mistake, many are thrown.
    """
    kept, size = int(keep.sum()), keep.size
    middle = keep.shape[-1] // 2
    for part, where in ((keep[..., :middle], "first"), (keep[..., middle:], "last")):
        if plausible(kept, size, 1 - p) and not plausible(int(part.sum()), part.size, 1 - p):
            raise CheckFailed(
                "The probability of dropping depends on the place.",
                f"At p = {p:g}, {what} keeps {kept / size:.1%} of all entries as it should, but "
                f"{part.mean():.1%} of those in the {where} half of its units.",
                DROP_OR_KEEP,
            )
    if plausible(kept, size, 1 - p):
        return
    evidence = (
        f"At p = {p:g}, {what} keeps {kept} of {size} entries, {kept / size:.1%}; "
        f"about {1 - p:.3g} of them should stay."
    )
    if kept == size:
        mistake = "Nothing is dropped."
    elif kept == 0:
        mistake = "Everything is dropped."
    elif plausible(kept, size, p):
        mistake = "Drop and keep are swapped: p is the probability of dropping."
    elif plausible(kept, size, 0.5):
        mistake = "Half is dropped, whatever p is."
    elif plausible(kept, size, (1 - p) ** 2):
        mistake = "Every entry is dropped twice over."
    else:
        mistake = "The share of dropped entries is not p."
    raise CheckFailed(mistake, evidence, DROP_OR_KEEP)


def draws_are_fresh(draw: Draw, seed: int, what: str, p: float = 0.4) -> None:
    """Fail unless the coins come from the rng that is handed in, and anew on every call."""
    shape = (16, 16)  # two right draws are equal with probability 0.52 ** 256 = 2e-73
    rng, again, other = (np.random.default_rng(s) for s in (seed, seed, seed + 1))
    first, second = draw(shape, p, rng), draw(shape, p, rng)
    if (first == second).all():
        raise CheckFailed(
            "Every call gives the same mask.",
            f"Two calls in a row with one rng dropped the same entries of {what}. Draw from the "
            "rng that is handed in, without copying, seeding or rebuilding it.",
            ONE_COIN,
        )
    if (first != draw(shape, p, again)).any():
        raise CheckFailed(
            "The coins do not come from the rng that is handed in.",
            f"Two generators with the same seed, {seed}, dropped different entries of {what}. "
            "Use `rng`, not `np.random` and no generator of your own.",
            ONE_COIN,
        )
    if (first == draw(shape, p, other)).all():
        raise CheckFailed(
            "The coins do not come from the rng that is handed in.",
            f"Generators with different seeds dropped the same entries of {what}.",
            ONE_COIN,
        )


def is_not_read_off(keep: Mask, p: float, what: str) -> None:
    """Fail if a mask, taken where x is 0, shows nothing but dropped entries.

    A unit that happens to be at 0 is kept or dropped like any other: its gradient needs to know.
    """
    if not keep.any():
        raise CheckFailed(
            "The mask is read off the zeros of the output.",
            f"At p = {p:g}, {what} is 0 for all {keep.size} entries where x is 0. Some of them "
            "were kept: the mask comes from the coins.",
            ONE_COIN,
        )
