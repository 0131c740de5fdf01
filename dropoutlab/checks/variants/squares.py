"""Which b x b squares can a mask be made of, and how likely is each place to be covered?"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from ..masks import Mask


def made_of_squares(dropped: Mask, b: int) -> bool:
    """Whether all that is dropped in (..., H, W) is covered by b x b squares inside the map."""
    if b < 1 or b > min(dropped.shape[-2:]):
        return False
    windows = sliding_window_view(dropped, (b, b), axis=(-2, -1))
    starts = windows.all(axis=(-2, -1))
    covered = np.zeros_like(dropped)
    rows, columns = starts.shape[-2:]
    for i in range(b):
        for j in range(b):
            covered[..., i : i + rows, j : j + columns] |= starts
    return bool((covered == dropped).all())


def sticks_out(dropped: Mask, b: int) -> bool:
    """Whether the squares fit if they may lie across the border of the map."""
    wide = [(0, 0)] * (dropped.ndim - 2) + [(b - 1, b - 1)] * 2
    return made_of_squares(np.pad(dropped, wide, constant_values=True), b)


def seeds_over(height: int, width: int, b: int) -> NDArray[np.int_]:
    """How many of the b x b squares inside a map of this size cover each of its places."""
    lines = [
        np.minimum.reduce([np.arange(size) + 1, np.arange(size)[::-1] + 1,
                           np.full(size, b), np.full(size, size - b + 1)])
        for size in (height, width)
    ]  # fmt: skip
    return np.outer(*lines)
