"""Gaussian noise beside coins: the masks themselves, and what a unit sums up from them."""

from collections.abc import Callable
from functools import cache
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import pair
from ...checks.failure import call
from ...figures import BLUE, VERMILION, Picture, styled
from ..live import live, slider_p, slider_seed

Answer = Callable[..., Any]
EXAMPLES, UNITS = 4000, 128


@cache
def _inputs() -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Activations (EXAMPLES, UNITS), the same for every example, and a unit's weights."""
    rng = np.random.default_rng(0)
    h, w = rng.random(UNITS), rng.normal(0.0, UNITS**-0.5, UNITS)
    return np.tile(h, (EXAMPLES, 1)), w


@styled
def draw(
    gaussian_dropout: Answer, dropout_forward: Answer, p: float = 0.5, seed: int = 0
) -> Picture:
    """Draw histograms of both masks, and of one unit that sums up 128 masked activations."""
    h, w = _inputs()
    rng = np.random.default_rng(seed)
    names, masks, sums = (("coins", BLUE, 0.97), ("Gaussian", VERMILION, 0.90)), [], []
    for answer in (dropout_forward, gaussian_dropout):
        function = "dropout_forward" if answer is dropout_forward else "gaussian_dropout"
        value = call(answer, h, p, True, rng)
        y, mask = pair(value, h.shape, function, "output", "mask")
        masks.append(mask[:400].ravel())
        sums.append(y @ w)

    picture = Picture(3.5)
    left, right = picture.subplots(1, 2, width_ratios=(1, 1))
    picture.subplots_adjust(left=0.075, right=0.985, top=0.89, bottom=0.155, wspace=0.16)
    told = []
    for axes, values, what in ((left, masks, "mask entry"), (right, sums, "sum of one unit")):
        low, high = min(v.min() for v in values), max(v.max() for v in values)
        margin = 0.02 * (high - low) + 1e-3
        bins = np.linspace(low - margin, high + margin, 60)
        tallest = 0.0
        for (name, colour, height), v in zip(names, values, strict=True):
            shares = np.histogram(v, bins)[0] / v.size
            filled = name == "coins"
            axes.stairs(shares, bins, fill=filled, color=colour, alpha=0.5 if filled else 1,
                        linewidth=1.6)  # fmt: skip
            axes.text(
                0.99, height, f"{name}: mean {v.mean():.2f}, variance {v.var():.2f}",
                transform=axes.transAxes, ha="right", va="top", fontsize=8.5, color=colour,
            )  # fmt: skip
            tallest = max(tallest, float(shares.max()))
            told.append(f"{what}, {name}: mean {v.mean():.2f}, variance {v.var():.2f}")
        axes.set(ylim=(0, 1.25 * tallest), xlabel=what)
    negative = float((masks[1] < 0).mean())
    left.set(title=f"masks at p = {p:g}: {negative:.0%} of the Gaussian below 0", ylabel="share")
    right.set_title(f"what a unit receives from {UNITS} of them")
    picture.alt = (
        f"Histograms at p = {p:g} of mask entries, coins at 0 and {1 / (1 - p):.3g} beside a "
        f"normal curve of which {negative:.0%} is negative, and of the sum a unit receives. "
        + "; ".join(told)
        + "."
    )
    return picture


def explore(gaussian_dropout: Answer, dropout_forward: Answer) -> widgets.VBox:
    """The same histograms with a slider for p and new noise."""
    return live(
        lambda p, seed: draw(gaussian_dropout, dropout_forward, p, seed),
        p=slider_p(),
        seed=slider_seed(),
    )
