"""With which probability did squares start? Counted at places that no square covers together."""

import numpy as np

from ..chance import surprise
from ..masks import Mask
from .squares import seeds_over

Counts = list[tuple[int, int, int]]


def drops_by_seeds(dropped: Mask, b: int) -> Counts:
    """(seeds, drops, trials) for places that lie b apart, so that no square covers two of them.

    From the upper left and from the lower right corner, by how many squares can cover a place.
    """
    found = []
    over = seeds_over(dropped.shape[-2], dropped.shape[-1], b)
    for maps in (dropped, dropped[..., ::-1, ::-1]):
        lattice, covering = maps[..., ::b, ::b], over[::b, ::b]
        for n in np.unique(covering):
            places = lattice[..., covering == n]
            found.append((int(n), int(places.sum()), places.size))
    return found


def how_surprising(counts: Counts, gamma: float) -> float:
    """How surprising the most surprising of the counts is, if this is gamma."""
    gamma = min(max(gamma, 0.0), 1.0)
    return max(surprise(seen, trials, 1 - (1 - gamma) ** n) for n, seen, trials in counts)


def wrong_gammas(p: float, b: int, height: int, width: int) -> list[tuple[float, str]]:
    """Values of gamma that are in circulation, with the mistakes they come from."""
    rows, columns = height - b + 1, width - b + 1
    fits = height * width / (rows * columns)
    wrongs = [
        (p / b**2, "gamma is p/b² and forgets that squares have to fit into the map."),
        (p, "gamma is p: every square counts as one entry."),
        (p / b, "gamma divides by b where it should divide by b²."),
        (p / b * fits, "gamma divides by b where it should divide by b²."),
        (p * fits, "gamma is not divided by b²."),
        ((1 - p) / b**2 * fits, "Drop and keep are swapped in gamma."),
        ((1 - p) / b**2, "Drop and keep are swapped in gamma, and the second factor is missing."),
        (p / b**2 * (height / rows) ** 2, "gamma takes height for width: H and W may differ."),
        (p / b**2 * (width / columns) ** 2, "gamma takes width for height: H and W may differ."),
        (1 - p / b**2 * fits, "Seeds are what is kept, not what is dropped."),
        (p / b**2 / fits, "The second factor of gamma is upside down."),
    ]
    if min(rows, columns) > 1:
        short = height * width / ((rows - 1) * (columns - 1))
        words = "gamma counts H - b places for a seed; there are H - b + 1."
        wrongs.append((p / b**2 * short, words))
    return wrongs
