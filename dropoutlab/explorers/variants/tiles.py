"""Arrays as rows of small tiles with white edges, for pictures of masks."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from numpy.typing import NDArray

from ...figures import LIGHT, ORANGE


def show_values(axes: Axes, values: NDArray[np.floating], dropped: NDArray[np.bool_]) -> None:
    """Draw a map (H, W) of values from 0 to 1 in grey, and what is dropped in orange."""
    colours = np.repeat(0.93 - 0.8 * np.clip(values, 0, 1)[..., None], 3, axis=2)
    colours[dropped] = to_rgb(ORANGE)
    _show(axes, colours, 10)


def show_coins(axes: Axes, keep: NDArray[np.bool_], colour: str) -> None:
    """Draw a mask (rows, columns): the colour where something is kept, light grey elsewhere."""
    _show(axes, np.array([to_rgb(LIGHT), to_rgb(colour)])[keep.astype(int)], 12)


def _show(axes: Axes, colours: NDArray[np.floating], pixels: int) -> None:
    tiles = colours.repeat(pixels, axis=0).repeat(pixels, axis=1)
    tiles[::pixels] = tiles[:, ::pixels] = 1.0
    axes.imshow(tiles, interpolation="nearest")
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set_visible(False)
