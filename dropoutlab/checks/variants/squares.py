"""Which b x b squares can a mask be made of, and how likely is each place to be covered?"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from ..masks import Mask


def made_of_squares(dropped: Mask, b: int, across_the_border: bool = False) -> bool:
    """Whether b x b squares can cover all that is dropped in (..., H, W), and nothing else.

    The squares lie inside the map, unless they may lie across its border.
    """
    if b < 1 or b > min(dropped.shape[-2:]):
        return False
    edge = b - 1 if across_the_border else 0
    wide = [(0, 0)] * (dropped.ndim - 2) + [(edge, edge)] * 2
    padded = np.pad(dropped, wide, constant_values=True)
    starts = sliding_window_view(padded, (b, b), axis=(-2, -1)).all(axis=(-2, -1))
    covered = np.zeros_like(padded)
    rows, columns = starts.shape[-2:]
    for i in range(b):
        for j in range(b):
            covered[..., i : i + rows, j : j + columns] |= starts
    height, width = dropped.shape[-2:]
    inside = covered[..., edge : edge + height, edge : edge + width]
    return bool((inside == dropped).all())


def seeds_over(height: int, width: int, b: int) -> NDArray[np.int_]:
    """How many of the b x b squares inside a map of this size cover each of its places."""
    lines = [
        np.minimum.reduce([np.arange(size) + 1, np.arange(size)[::-1] + 1,
                           np.full(size, b), np.full(size, size - b + 1)])
        for size in (height, width)
    ]  # fmt: skip
    return np.outer(*lines)
