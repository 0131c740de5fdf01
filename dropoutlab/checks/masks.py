"""Is this what independent coins with drop probability p leave behind? Shared by all exercises.

`keep` is always a boolean array, True where an entry was kept. An entry is kept with probability
1 - p, independently of every other entry of the array and of every other draw.

A wrong share of drops is one mistake and a wrong arrangement of them another, so the checks of
the arrangement take the share from the mask itself and not from p.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from .chance import LIMIT, plausible
from .failure import CheckFailed

DROP_OR_KEEP = "Drop or keep?"
ONE_COIN = "One coin for every entry"

Mask = NDArray[np.bool_]
Draw = Callable[[tuple[int, ...], float, np.random.Generator], Mask]


def share_is(keep: Mask, p: float, what: str) -> None:
    """Fail unless the share of kept entries fits drop probability p.

    A mask of one or two long rows serves best: even where the rows of a batch wrongly share their
    coins, which is another mistake, many are thrown.
    """
    kept, size = int(keep.sum()), keep.size
    if plausible(kept, size, 1 - p):
        return
    evidence = (
        f"At p = {p:g}, {what} keeps {kept} of {size} entries, {kept / size:.1%}; "
        f"about {1 - p:.0%} should stay."
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


def coins_are_independent(draw: Draw, seed: int, what: str, p: float = 0.3) -> None:
    """Fail unless every entry of every draw has a coin of its own.

    Tries one large draw, a hundred small ones and arrays with rows and columns of three.
    """
    rng = np.random.default_rng(seed)
    keep = draw((128, 128), p, rng)
    _no_copies(keep, what)
    _no_pairs(keep, what)
    _count_fluctuates(keep.sum(axis=1), f"the rows of {what}")
    _count_fluctuates(keep.sum(axis=0), f"the columns of {what}")
    small = np.array([draw((10, 10), p, rng) for _ in range(100)])
    if (small != small[0]).any():  # one and the same draw is told by `draws_are_fresh`
        _count_fluctuates(small.sum(axis=(1, 2)), "draw after draw")
    for shape in ((1000, 3), (3, 1000)):
        triples = draw(shape, 0.5, rng)
        _nothing_is_spared(triples if shape[1] == 3 else triples.T, what)


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


def _no_copies(keep: Mask, what: str) -> None:
    rows, columns = keep.shape
    if keep.all() or not keep.any():
        raise CheckFailed(
            "One coin decides for the whole array.",
            f"All {keep.size} entries of {what} have the same fate.",
            ONE_COIN,
        )
    if (keep == keep[0]).all():
        raise CheckFailed(
            "All examples of the batch share one mask.",
            f"The {rows} rows of {what} are copies of one row: the batch sees one thinned "
            "network instead of one for each example.",
            ONE_COIN,
        )
    if (keep == keep[:, :1]).all():
        raise CheckFailed(
            "Whole rows are kept or dropped.",
            f"In each of the {rows} rows of {what} all {columns} entries have the same fate.",
            ONE_COIN,
        )
    for lines, axis in ((keep, "rows"), (keep.T, "columns")):
        copies = len(lines) - len(np.unique(lines, axis=0))
        if copies:
            raise CheckFailed(
                f"Some {axis} of the mask are copies of others.",
                f"{copies} of the {len(lines)} {axis} of {what} repeat another one.",
                ONE_COIN,
            )


def _no_pairs(keep: Mask, what: str) -> None:
    share = float(keep.mean())
    # With probability 1 - 2 exp(-LIMIT) the share is this close to the true one (Hoeffding).
    error = (LIMIT / (2 * keep.size)) ** 0.5
    allowance = 2 * error * (abs(2 * share - 1) + error)
    expected = share**2 + (1 - share) ** 2
    for first, second, where in (
        (keep[:, ::2], keep[:, 1::2], "neighbours in a row"),
        (keep[::2], keep[1::2], "neighbours in a column"),
        (keep[:64], keep[:63:-1], "pairs of mirrored rows"),
        (keep[:, :64], keep[:, :63:-1], "pairs of mirrored columns"),
    ):
        alike, pairs = int((first == second).sum()), first.size
        nearest = min(max(alike / pairs, expected - allowance), expected + allowance)
        if not plausible(alike, pairs, nearest):
            raise CheckFailed(
                "Entries are not dropped independently of each other.",
                f"In {what}, {alike / pairs:.1%} of the {where} share their fate; with one coin "
                f"each it would be about {expected:.1%}.",
                ONE_COIN,
            )


def _count_fluctuates(counts: NDArray[np.int_], where: str) -> None:
    # Of 100 coins or more with a probability between 0.1 and 0.9, any three neighbouring
    # counts together have probability 0.4 at the most.
    values, times = np.unique(counts, return_counts=True)
    usual = int(values[times.argmax()])
    near = int((np.abs(counts - usual) <= 1).sum())
    if near > 0.4 * len(counts) and not plausible(near, len(counts), 0.4):
        raise CheckFailed(
            "The number of kept entries is fixed, instead of left to chance.",
            f"It is within 1 of {usual} in {near} of {len(counts)} cases ({where}). Dropping "
            "with probability p makes it p on average, not every time.",
            ONE_COIN,
        )


def _nothing_is_spared(triples: Mask, what: str) -> None:
    # Of 1000 rows of three, about 64 or more show the extreme where its share is above 0.4.
    for extreme, fate in ((~triples, "dropped"), (triples, "kept")):
        if extreme.mean() > 0.4 and not extreme.all(axis=1).any():
            raise CheckFailed(
                f"It never happens that a whole group of entries is {fate}.",
                f"In none of {len(triples)} groups of three entries of {what} were all three "
                f"{fate}, though {extreme.mean():.0%} of the entries are. Chance allows it.",
                ONE_COIN,
            )
