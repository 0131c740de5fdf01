"""Does every entry of every draw have a coin of its own? Shared by all exercises.

The share of drops is another matter (see `masks`), so it is taken from the mask itself here.
"""

import numpy as np
from numpy.typing import NDArray

from .chance import LIMIT, plausible
from .failure import CheckFailed
from .masks import DROP_OR_KEEP, ONE_COIN, Draws, Mask

ABOVE = np.triu_indices(128, 1)  # all places (i, j) of a large draw with i < j
SMALL_DRAWS = 50  # as few as show an entry of theirs that is always kept, or always dropped


def coins_are_independent(draws: Draws, seed: int, what: str, p: float = 0.3) -> None:
    """Fail unless every entry of every draw has a coin of its own.

    Tries large draws of two, three and four dimensions, and many small ones.
    """
    rng = np.random.default_rng(seed)
    for shape in ((128, 128), (32, 4, 128), (16, 8, 8, 16)):
        name = what if len(shape) == 2 else f"{what} of shape {shape}, flattened to 128 rows,"
        entries_are_independent(draws(shape, p, rng, 1)[0].reshape(128, 128), name)
    small = np.array(draws((20, 20), 0.5, rng, SMALL_DRAWS))
    if (small != small[0]).any():  # one and the same draw is told by `draws_are_fresh`
        _draws_are_independent(small, what)
    for shape in ((1000, 3), (3, 1000)):
        triples = draws(shape, 0.5, rng, 1)[0]
        _nothing_is_spared(triples if shape[1] == 3 else triples.T, what)
    # Of 16 draws of two entries none is dropped as a whole with probability 0.1536 ** 16 = 1e-13.
    pairs = [np.array(draws((2,), extreme, rng, 16)) for extreme in (0.92, 0.08)]
    for fate, share in (("kept", np.mean(pairs)), ("dropped", 1 - np.mean(pairs))):
        if share == 1:  # with probability 0.0736 ** 32 = 5e-37
            raise CheckFailed(
                f"An array of one dimension is {fate} as a whole, whatever p is.",
                f"At p = 0.92 and at p = 0.08, all entries of 16 draws of shape (2,) are {fate}.",
                ONE_COIN,
            )
    for groups in pairs:
        _nothing_is_spared(groups, what)


def entries_are_independent(keep: Mask, what: str) -> None:
    """Fail unless every entry of one mask of shape (128, 128) has a coin of its own.

    One draw says less than `coins_are_independent`, and takes one call instead of many.
    """
    _no_copies(keep, what)
    _no_pairs(keep, what)
    _count_fluctuates(keep.sum(axis=1), f"the rows of {what}")
    _count_fluctuates(keep.sum(axis=0), f"the columns of {what}")


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
        copies = len(lines) - len({line.tobytes() for line in lines})
        if copies:
            raise CheckFailed(
                f"Some {axis} of the mask are copies of others.",
                f"{copies} of the {len(lines)} {axis} of {what} repeat another one.",
                ONE_COIN,
            )


def _no_pairs(keep: Mask, what: str) -> None:
    for first, second, where in (
        (keep[:, ::2], keep[:, 1::2], "neighbours in a row"),
        (keep[::2], keep[1::2], "neighbours in a column"),
        (keep[:64], keep[64:], "pairs in the upper and the lower half"),
        (keep[:, :64], keep[:, 64:], "pairs in the left and the right half"),
        (keep[:64], keep[:63:-1], "pairs of mirrored rows"),
        (keep[:, :64], keep[:, :63:-1], "pairs of mirrored columns"),
        (keep[:64], keep[:63:-1, ::-1], "pairs that a half turn exchanges"),
        (keep[ABOVE], keep.T[ABOVE], "pairs (i, j) and (j, i)"),
    ):
        _fates_differ(first, second, f"In {what}, {{:.1%}} of the {where}")


def _fates_differ(first: Mask, second: Mask, words: str) -> None:
    """Fail if the entries of two masks, pair by pair, agree more or less often than by chance."""
    size = first.size + second.size
    share = float(first.sum() + second.sum()) / size
    # With probability 1 - 2 exp(-LIMIT) the share is this close to the true one (Hoeffding).
    error = (LIMIT / (2 * size)) ** 0.5
    allowance = 2 * error * (abs(2 * share - 1) + error)
    expected = share**2 + (1 - share) ** 2
    alike, pairs = int((first == second).sum()), first.size
    nearest = min(max(alike / pairs, expected - allowance), expected + allowance)
    if not plausible(alike, pairs, nearest):
        raise CheckFailed(
            "Entries are not dropped independently of each other.",
            f"{words.format(alike / pairs)} share their fate; with one coin each it would be "
            f"about {expected:.1%}.",
            ONE_COIN,
        )


def _draws_are_independent(small: NDArray[np.bool_], what: str) -> None:
    """Fail if the draws, of shape (SMALL_DRAWS, 20, 20), repeat or follow each other."""
    copies = len(small) - len({mask.tobytes() for mask in small})
    if copies:  # two right draws are equal with probability 0.5 ** 400
        raise CheckFailed(
            "Masks repeat after a while.",
            f"{copies} of {len(small)} draws of 400 entries are copies of another draw.",
            ONE_COIN,
        )
    _count_fluctuates(small.sum(axis=(1, 2)), "draw after draw")
    _fates_differ(small[::2], small[1::2], f"Draw after draw, {{:.1%}} of the entries of {what}")
    share = float(small.mean())
    error = (LIMIT / (2 * small.size)) ** 0.5
    times = small.sum(axis=0)
    for place in (np.argmin(times), np.argmax(times)):
        row, column = (int(n) for n in np.unravel_index(place, times.shape))
        kept = int(times[row, column])
        nearest = min(max(kept / len(small), share - error), share + error)
        if not plausible(kept, len(small), nearest):
            raise CheckFailed(
                "The probability of dropping depends on the place.",
                f"In {len(small)} draws, entry {(row, column)} of {what} was kept {kept} times; "
                f"about {len(small) * share:.0f} would be chance.",
                DROP_OR_KEEP,
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


def _nothing_is_spared(groups: Mask, what: str) -> None:
    # At p = 0.5 no group of three out of 1000 is dropped as a whole with probability
    # 0.875 ** 1000 = 1e-58.
    for extreme, fate in ((~groups, "dropped"), (groups, "kept")):
        if extreme.mean() > 0.4 and not extreme.all(axis=1).any():
            raise CheckFailed(
                f"It never happens that a whole group of entries is {fate}.",
                f"In none of {len(groups)} groups of {groups.shape[1]} entries of {what} were all "
                f"{fate}, though {extreme.mean():.0%} of the entries are. Chance allows it.",
                ONE_COIN,
            )
