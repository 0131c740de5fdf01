"""Does every entry have a coin of its own? As much of it as a few calls can tell."""

import numpy as np

from .. import coins, masks
from ..failure import CheckFailed


def every_entry_has_its_own(
    draw: masks.Draw, p: float, seed: int, what: str, share: bool = True
) -> None:
    """Fail unless the entries of one large draw are independent and the rng is used.

    draw: gives a mask of the shape (n, n) asked for, n a multiple of 4
    share: whether the entries must also be dropped with probability p
    """
    rng = np.random.default_rng(seed)
    keep = draw((128, 128), p, rng)
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
    masks.draws_are_fresh(draw, seed, what)
