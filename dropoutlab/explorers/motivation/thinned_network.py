"""The thinned network that each example of a batch runs through."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import CheckFailed, call
from ...figures import BLUE, GREY, LIGHT, VERMILION, Picture, styled
from ..live import live, slider_p, slider_seed

Answer = Callable[..., Any]
SIZES = (3, 5, 5, 2)
UNITS = 10  # hidden ones, which may be dropped
ROWS = 4


def _drawn(
    enumerate_masks: Answer, mask_probabilities: Answer, p: float, seed: int
) -> tuple[NDArray[np.bool_], NDArray[np.int64], NDArray[np.float64]]:
    """All masks, the number of the mask that each row of the batch gets, and its probability."""
    masks = real_array(
        call(enumerate_masks, UNITS), (2**UNITS, UNITS), "the array of masks"
    ).astype(bool)
    weights = real_array(
        call(mask_probabilities, masks, p), (2**UNITS,), "the array of probabilities"
    ).astype(float)
    if weights.min() < 0 or not np.isclose(weights.sum(), 1.0):
        raise CheckFailed(
            "The probabilities of all masks do not sum to 1.", f"They sum to {weights.sum():.4g}."
        )
    rng = np.random.default_rng(seed)
    numbers = rng.choice(len(masks), size=ROWS, p=weights / weights.sum())
    return masks, numbers, weights[numbers]


@styled
def draw(
    enumerate_masks: Answer, mask_probabilities: Answer, p: float = 0.5, row: int = 0, seed: int = 0
) -> Picture:
    """Draw the thinned network of one row of a batch, and the masks of all rows.

    The mask of each row is drawn from all that the learner lists, with the learner's probabilities.
    """
    masks, numbers, weights = _drawn(enumerate_masks, mask_probabilities, p, seed)
    keep = masks[numbers[row]]
    alive = [np.ones(SIZES[0], bool), keep[:5], keep[5:], np.ones(SIZES[-1], bool)]
    picture = Picture(3.9)
    grid = picture.add_gridspec(
        1, 2, width_ratios=(1.7, 1), left=0.01, right=0.985, top=0.83, bottom=0.1, wspace=0.16
    )
    axes = picture.add_subplot(grid[0])
    places = [[(layer, -(n - 1) / 2 + unit) for unit in range(n)] for layer, n in enumerate(SIZES)]
    for layer in range(3):
        for kept, kept_next in (
            (a, b) for a in range(SIZES[layer]) for b in range(SIZES[layer + 1])
        ):
            (x0, y0), (x1, y1) = places[layer][kept], places[layer + 1][kept_next]
            there = alive[layer][kept] and alive[layer + 1][kept_next]
            axes.plot(
                (x0, x1), (-y0, -y1), color=BLUE if there else LIGHT,
                linewidth=1.3 if there else 0.7, zorder=2 if there else 1,
            )  # fmt: skip
    for layer, units in enumerate(places):
        for unit, (x, y) in enumerate(units):
            there = alive[layer][unit]
            axes.plot(
                x, -y, "o", markersize=17, color=BLUE if there else "white",
                markeredgecolor=BLUE if there else GREY, zorder=3,
            )  # fmt: skip
            if not there:
                axes.plot(
                    x, -y, "x", markersize=9, color=VERMILION, markeredgewidth=2, zorder=4
                )  # fmt: skip
    for layer, name in enumerate(("input", "hidden", "hidden", "output")):
        axes.text(layer, -2.75, name, ha="center", va="top", fontsize=9.5, color=GREY)
    axes.set(xlim=(-0.3, 3.3), ylim=(-2.9, 2.4))
    axes.set_axis_off()

    side = picture.add_subplot(grid[1])
    side.imshow(masks[numbers], cmap="Blues", vmin=0, vmax=1.35, aspect="auto")
    for r, unit in np.argwhere(~masks[numbers]):
        side.plot(unit, r, "x", color=VERMILION, markersize=7, markeredgewidth=1.6)
    side.axvline(4.5, color="white", linewidth=4, zorder=2)
    side.hlines(np.arange(ROWS - 1) + 0.5, -0.5, UNITS - 0.5, color="white", linewidth=3, zorder=2)
    side.add_patch(
        Rectangle((-0.5, row - 0.5), UNITS, 1, fill=False, linewidth=2, clip_on=False, zorder=4)
    )
    side.set_yticks(range(ROWS), [f"row {r}" for r in range(ROWS)])
    side.set_xticks([2, 7], ["first hidden", "second hidden"])
    side.tick_params(length=0)
    side.spines[:].set_visible(False)
    side.set_title("masks of the batch, × dropped")
    told = (
        f"row {row} runs through network {numbers[row] + 1:,} of {len(masks):,}: {keep.sum()} of "
        f"{UNITS} hidden units kept"
    )
    picture.text(0.02, 0.95, f"p = {p:g}: {told}", fontsize=11, va="center")
    picture.text(
        0.02, 0.89, f"this very mask has probability {weights[row]:.2g}", fontsize=9.5, color=GREY,
        va="center",
    )  # fmt: skip
    picture.alt = (
        f"A thinned network at p = {p:g}: {told}, a mask of probability {weights[row]:.2g}. Kept "
        f"in the rows of the batch: {', '.join(str(k) for k in masks[numbers].sum(axis=1))}."
    )
    return picture


def explore(enumerate_masks: Answer, mask_probabilities: Answer) -> widgets.VBox:
    """The same picture with a slider for p, new masks, and the row of the batch."""
    return live(
        lambda p, row, seed: draw(enumerate_masks, mask_probabilities, p, row, seed),
        p=slider_p(),
        row=widgets.IntSlider(
            value=0, min=0, max=ROWS - 1, description="batch row", continuous_update=False
        ),
        seed=slider_seed(),
    )
