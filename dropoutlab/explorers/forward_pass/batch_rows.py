"""Which hidden units each example of a batch keeps, in training and at inference."""

from collections.abc import Callable
from functools import cache
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import call
from ...data import digits
from ...figures import BLUE, GREY, VERMILION, Picture, styled
from ...layers import Linear, relu
from ..live import live, slider_p, slider_seed, toggle

ROWS, UNITS = 5, 24
EARLIER = "#C9D0D4"


@cache
def _batch() -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Five digits (5, 8, 8) and the activations (5, 24) of random ReLU units on them."""
    rng = np.random.default_rng(3)
    x = digits(rng, n_train=ROWS).x_train
    return x.reshape(ROWS, 8, 8), relu(Linear(64, UNITS, rng).forward(x))


@styled
def draw(
    Dropout: Callable[..., Any], p: float = 0.5, mode: str = "train", seed: int = 0
) -> Picture:
    """Draw the activations of five digits before and after the learner's layer.

    `mode` is "train" or "eval": the method of the layer that is called first.
    """
    images, h = _batch()
    layer = call(Dropout, p, np.random.default_rng(seed))
    call(getattr(layer, mode))
    y = real_array(call(layer.forward, h), h.shape, "the output of layer.forward(x)")

    active, dropped = h > 0, (h > 0) & (y == 0)
    told = [f"{d.sum()} of {a.sum()}" for d, a in zip(dropped, active, strict=True)]

    picture = Picture(4.2)
    grid = picture.add_gridspec(
        1, 2, width_ratios=(1, 13), wspace=0.2, left=0.01, right=0.985, top=0.93, bottom=0.12
    )
    stack = np.zeros((ROWS, 10, 8))
    stack[:, 1:9] = images
    left = picture.add_subplot(grid[0])
    left.imshow(stack.reshape(-1, 8), cmap="gray_r", aspect="auto")
    left.set_axis_off()

    # One pair of axes for all rows: row r stands on the line y = ROWS - 1 - r.
    axes = picture.add_subplot(grid[1])
    floor = np.repeat(np.arange(ROWS)[::-1, None], UNITS, axis=1)
    unit = np.repeat(np.arange(UNITS)[None], ROWS, axis=0)
    scale = 0.9 / max(float(np.abs(y).max()), float(h.max()))
    axes.hlines(np.arange(ROWS), -0.6, UNITS - 0.4, color=GREY, linewidth=0.8)
    axes.vlines(
        unit[active], floor[active], (floor + scale * h)[active], color=EARLIER, linewidth=15
    )
    axes.vlines(unit[y != 0], floor[y != 0], (floor + scale * y)[y != 0], color=BLUE, linewidth=8)
    axes.plot(
        unit[dropped], floor[dropped], "x", color=VERMILION, markersize=7, markeredgewidth=1.6
    )
    axes.set(
        xlim=(-0.6, UNITS - 0.4), ylim=(-0.15, ROWS), xticks=range(UNITS), xlabel="hidden unit",
        title=f"p = {p:g}, layer.{mode}(): grey before the layer, blue after it, × dropped",
    )  # fmt: skip
    axes.set_yticks(np.arange(ROWS)[::-1] + 0.4, [f"{words}\ndropped" for words in told])
    axes.tick_params(length=0)
    axes.spines[["left", "bottom"]].set_visible(False)
    picture.alt = (
        f"Activations of {UNITS} hidden units for {ROWS} digits before and after dropout with "
        f"p = {p:g} in mode {mode}. Active units dropped, digit by digit: {', '.join(told)}."
    )
    return picture


def explore(Dropout: Callable[..., Any]) -> widgets.VBox:
    """The same picture with a slider for p, the two modes and new masks."""
    return live(
        lambda p, mode, seed: draw(Dropout, p, mode, seed),
        p=slider_p(),
        mode=toggle(["train", "eval"], "mode"),
        seed=slider_seed(),
    )
