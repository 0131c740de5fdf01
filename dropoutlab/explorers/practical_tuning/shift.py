"""The variance that batch normalisation meets at inference, against what it learnt in training."""

from collections.abc import Callable
from functools import cache
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.failure import call
from ...data import digits
from ...figures import BLUE, GREY, ORANGE, VERMILION, Picture, styled
from ...layers import Linear, relu
from ..live import live, slider_p, slider_seed


@cache
def _units() -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Outputs (1000, 64) of random ReLU units on digits, and weights (64, 64) that read them."""
    rng = np.random.default_rng(0)
    x = digits(rng, n_train=1000).x_train
    return relu(Linear(64, 64, rng).forward(x)), Linear(64, 64, rng).weights


@styled
def draw(variance_shift: Callable[..., Any], p: float = 0.5, seed: int = 0) -> Picture:
    """Left, the learner's ratio against p; right, what comes out of batch normalisation at p.

    The dots are measured: 1,000 digits, 64 random ReLU units, new masks for every seed.
    """
    h, weights = _units()
    rng = np.random.default_rng(seed)
    alive = h.var(axis=0) > 1e-3
    units = h[:, alive]
    mean, variance = float(units.mean()), float(units.var())
    grid = np.linspace(0, 0.95, 39)

    def ratio(q: float, *moments: float) -> float:
        return float(call(variance_shift, float(q), *moments))

    picture = Picture(3.3)
    left, right = picture.subplots(1, 2)
    picture.subplots_adjust(left=0.08, right=0.985, top=0.9, bottom=0.15, wspace=0.22)
    left.plot(grid, [ratio(q) for q in grid], color=BLUE, label="mean 0, variance 1")
    left.plot(
        grid, [ratio(q, mean, variance) for q in grid], color=ORANGE, linestyle="--",
        label=f"ReLU units: mean {mean:.2f}, variance {variance:.2f}",
    )  # fmt: skip
    ticks = np.arange(0.1, 0.95, 0.1)
    for values, colour, marker in (
        (rng.normal(size=(1000, 64)), BLUE, "o"),
        (units, ORANGE, "s"),
    ):
        measured = [
            values.var() / (values * (rng.random(values.shape) >= q) / (1 - q)).var() for q in ticks
        ]
        left.plot(ticks, measured, marker, color=colour, markersize=5)
    left.axvline(p, color=GREY, linewidth=0.8, linestyle=":")
    left.set(
        xlabel="drop probability p", ylabel="variance at inference / in training",
        title="lines: your variance_shift; dots: measured", ylim=(0, 1.05),
    )  # fmt: skip
    left.legend(loc="upper right", fontsize=8.5)

    z = h @ weights
    noisy = (h * (rng.random(h.shape) >= p) / (1 - p)) @ weights
    seen = noisy.std(axis=0)
    after = ((z - noisy.mean(axis=0)) / seen).std(axis=0)
    bins = np.linspace(0, 1.25, 26)
    right.hist(after, bins, color=VERMILION, alpha=0.8, label="dropout before it")
    right.axvline(1, color=BLUE, linewidth=2, label="dropout after it: always 1")
    right.set(
        xlabel="standard deviation at inference", ylabel="units, of 64",
        title=f"dropout {p:g} → linear → batch normalisation",
    )  # fmt: skip
    right.legend(loc="upper left", fontsize=8.5)
    right.set_ylim(0, right.get_ylim()[1] * 1.25)
    picture.alt = (
        f"Ratio of variances at inference and in training against p: at p = {p:g} your "
        f"variance_shift gives {ratio(p):.3f} for mean 0 and {ratio(p, mean, variance):.3f} for "
        f"ReLU units. After dropout, a linear layer and batch normalisation, units that were "
        f"normalised to 1 in training have a standard deviation between {after.min():.2f} and "
        f"{after.max():.2f} at inference, {after.mean():.2f} on average."
    )
    return picture


def explore(variance_shift: Callable[..., Any]) -> widgets.VBox:
    """The same with a slider for p and new masks."""
    return live(lambda p, seed: draw(variance_shift, p, seed), p=slider_p(), seed=slider_seed())
