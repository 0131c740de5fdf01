"""Does every entry have a coin of its own? As much of it as a few calls can tell."""

import math

import numpy as np

from .. import coins, masks
from ..chance import plausible
from ..failure import CheckFailed

UNLIKELY = 1e-10


class Noted:
    """How to draw a mask, and how many entries each draw has kept so far."""

    def __init__(self, draw: masks.Draw) -> None:
        """Take what draws a mask of a shape at a p from a generator."""
        self._draw = draw
        self._kept: dict[bytes, tuple[int, int, float]] = {}

    def __call__(self, shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        """One mask, noted by its bytes: two draws with one seed are one draw."""
        keep = self._draw(shape, p, rng)
        self.note(keep, p)
        return keep

    def note(self, keep: masks.Mask, p: float) -> None:
        """Count a mask that was drawn otherwise, too."""
        self._kept[keep.tobytes()] = (int(keep.sum()), keep.size, p)

    def leave_the_count_to_chance(self, what: str) -> None:
        """Fail if every draw kept just 1 - p of its entries, which needs no further call.

        No number of n coins has a probability above 1/√(2e n p (1-p)), so the product bounds how
        often a right answer keeps, in each draw, one of the three numbers around n (1-p).
        """
        chance = 1.0
        for kept, size, p in self._kept.values():
            if abs(kept - (1 - p) * size) > 1:
                return
            chance *= min(1.0, 3 / math.sqrt(2 * math.e * size * p * (1 - p)))
        if chance < UNLIKELY:
            kept, size, p = max(self._kept.values(), key=lambda draw: draw[1])
            raise CheckFailed(
                "The number of kept entries is fixed, instead of left to chance.",
                f"Each of {len(self._kept)} draws of {what} kept just 1 - p of its entries, as "
                f"{kept} of {size} at p = {p:g}. Dropping with probability p makes it p on "
                "average, not every time.",
                masks.ONE_COIN,
            )


def every_entry_has_its_own(
    draw: masks.Draw, p: float, seed: int, what: str, share: bool = True
) -> None:
    """Fail unless the entries of one large draw are independent and the rng is used.

    draw: gives a mask of the shape (n, n) asked for, n a multiple of 4
    share: whether the entries must also be dropped with probability p
    """
    noted, rng = Noted(draw), np.random.default_rng(seed)
    keep = noted((128, 128), p, rng)
    if keep.all() or not keep.any():
        # One coin for everything falls on both sides before long: 1e-14 for p between .3 and .7.
        others = [bool(draw((4, 4), p, rng).all()) for _ in range(90)]
        if all(others) or not any(others):
            raise CheckFailed(
                "Nothing is dropped." if keep.all() else "Everything is dropped.",
                f"At p = {p:g} all {keep.size} entries of {what} have the same fate, and so in "
                f"{len(others)} further draws.",
                masks.ONE_COIN,
            )
    coins.entries_are_independent(keep, what)
    if share:
        masks.share_is(keep, p, what)
        _no_line_is_special(keep, p, what)
    masks.draws_are_fresh(noted, seed, what, p)
    for _ in range(5):  # so many are needed to tell a number that is fixed from chance
        noted((64, 64), p, rng)
    noted.leave_the_count_to_chance(what)


def _no_line_is_special(keep: masks.Mask, p: float, what: str) -> None:
    """Fail if one row or one column of a mask is kept or dropped more often than the others."""
    for lines, name in ((keep, "row"), (keep.T, "column")):
        counts = lines.sum(axis=1)
        for place in (int(counts.argmin()), int(counts.argmax())):
            if not plausible(int(counts[place]), lines.shape[1], 1 - p):
                raise CheckFailed(
                    "The probability of dropping depends on the place.",
                    f"At p = {p:g}, {name} {place} of {what} keeps {counts[place]} of "
                    f"{lines.shape[1]} entries, though {keep.mean():.1%} of all are kept.",
                    masks.DROP_OR_KEEP,
                )
