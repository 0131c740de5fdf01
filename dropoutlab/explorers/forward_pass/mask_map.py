"""The learner's mask as a map, with the share kept in every row and every column."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.colors import to_rgb
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import call
from ...figures import BLUE, GREY, LIGHT, VERMILION, Picture, styled
from ..live import live, slider_p, slider_seed, toggle

EXAMPLES, UNITS = 16, 40
SHAPES = {"(N, d)": (EXAMPLES, UNITS), "(1, d)": (1, UNITS), "(N, 1)": (EXAMPLES, 1)}


@styled
def draw(
    sample_keep_mask: Callable[..., Any],
    p: float = 0.5,
    mask_shape: str = "(N, d)",
    seed: int = 0,
) -> Picture:
    """Draw one mask for 16 examples of 40 units.

    `mask_shape` is "(N, d)", "(1, d)" or "(N, 1)": how many coins are thrown. The smaller two
    are stretched over the batch as numpy's broadcasting does.
    """
    shape = SHAPES[mask_shape]
    keep = call(sample_keep_mask, shape, p, np.random.default_rng(seed))
    keep = real_array(keep, shape, "your mask") != 0
    keep = np.broadcast_to(keep, (EXAMPLES, UNITS))

    picture = Picture(3.7)
    picture.alt = (
        f"Mask of shape {mask_shape} at p = {p:g} over {EXAMPLES} examples and {UNITS} units: "
        f"{keep.mean():.0%} of the entries are kept. The share kept is between "
        f"{keep.mean(axis=1).min():.0%} and {keep.mean(axis=1).max():.0%} in a row and between "
        f"{keep.mean(axis=0).min():.0%} and {keep.mean(axis=0).max():.0%} in a column."
    )
    grid = picture.add_gridspec(
        2, 2, width_ratios=(5, 1), height_ratios=(3.2, 1), wspace=0.06, hspace=0.12,
        left=0.085, right=0.985, top=0.92, bottom=0.14,
    )  # fmt: skip
    centre = picture.add_subplot(grid[0, 0])
    right = picture.add_subplot(grid[0, 1], sharey=centre)
    below = picture.add_subplot(grid[1, 0], sharex=centre)

    centre.imshow(
        _tiles(keep),
        extent=(-0.5, UNITS - 0.5, EXAMPLES - 0.5, -0.5),
        aspect="auto",
        interpolation="nearest",
    )
    centre.tick_params(length=0, labelbottom=False)
    centre.set(ylabel="example", yticks=range(0, EXAMPLES, 5))
    centre.set_title(
        f"mask of shape {mask_shape}, p = {p:g}: {keep.mean():.0%} kept (blue), "
        f"{1 - keep.mean():.0%} dropped (grey)"
    )

    rows, columns = keep.mean(axis=1), keep.mean(axis=0)
    spread = 2 * np.sqrt(p * (1 - p) / UNITS)
    right.axvspan(1 - p - spread, 1 - p + spread, color=VERMILION, alpha=0.12, linewidth=0)
    right.axvline(1 - p, color=VERMILION)
    right.plot(rows, np.arange(EXAMPLES), "o", color=BLUE, markersize=4)
    right.set(xlim=(-0.06, 1.06), xticks=(0, 0.5, 1), title="kept per row")
    right.tick_params(labelleft=False, length=0)

    spread = 2 * np.sqrt(p * (1 - p) / EXAMPLES)
    below.axhspan(1 - p - spread, 1 - p + spread, color=VERMILION, alpha=0.12, linewidth=0)
    below.axhline(1 - p, color=VERMILION)
    below.plot(np.arange(UNITS), columns, "o", color=BLUE, markersize=4)
    below.set(ylim=(-0.12, 1.12), yticks=(0, 0.5, 1), xlabel="unit", ylabel="kept per\ncolumn")
    picture.text(
        0.985, 0.05, f"red: 1 − p = {1 - p:g}\nband: two standard\ndeviations of\none coin each",
        ha="right", fontsize=8.5, color=GREY,
    )  # fmt: skip
    return picture


def _tiles(keep: NDArray[np.bool_]) -> NDArray[np.floating]:
    """Each entry as a square of 12 by 12 pixels with a white edge, as an RGB image."""
    colours = np.array([to_rgb(LIGHT), to_rgb(BLUE)])
    tiles = colours[keep.astype(int)].repeat(12, axis=0).repeat(12, axis=1)
    tiles[::12] = tiles[:, ::12] = 1.0
    return tiles


def explore(sample_keep_mask: Callable[..., Any]) -> widgets.VBox:
    """The same map with a slider for p, a switch for the mask's shape and new masks."""
    return live(
        lambda p, mask_shape, seed: draw(sample_keep_mask, p, mask_shape, seed),
        p=slider_p(),
        mask_shape=toggle(list(SHAPES), "mask shape"),
        seed=slider_seed(),
    )
