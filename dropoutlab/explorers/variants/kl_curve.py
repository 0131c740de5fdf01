"""The price of noise in Kingma's variational dropout, and the noise that it buys."""

from collections.abc import Callable
from functools import cache
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import call
from ...figures import BLUE, GREY, ORANGE, SKY, VERMILION, Picture, styled
from ..live import live

Floats = NDArray[np.floating]
RATES = np.linspace(0.01, 0.5, 99)
SOME = np.array([0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5])


@cache
def _exact_rise() -> Floats:
    """The divergence at SOME rates minus that at 0.5, by integrals on a grid.

    Up to a constant it is E log|noise| - log(alpha) / 2 with noise from N(1, alpha).
    """
    values = []
    for rate in SOME:
        alpha = rate / (1 - rate)
        width = 20 * np.sqrt(alpha) / 40_000
        noise = (np.arange(-40_000, 40_000) + 0.5) * width
        noise = noise[np.abs(noise - 1) < 10 * np.sqrt(alpha)]
        density = np.exp(-((noise - 1) ** 2) / (2 * alpha)) / np.sqrt(2 * np.pi * alpha)
        if not noise.size or noise.min() > 0:
            noise = np.linspace(1 - 10 * np.sqrt(alpha), 1 + 10 * np.sqrt(alpha), 40_001)
            width = float(noise[1] - noise[0])
            density = np.exp(-((noise - 1) ** 2) / (2 * alpha)) / np.sqrt(2 * np.pi * alpha)
        values.append(float((density * np.log(np.abs(noise))).sum() * width) - np.log(alpha) / 2)
    return np.array(values) - values[-1]


@styled
def draw(kingma_kl: Callable[..., Any], p: float = 0.2) -> Picture:
    """Draw the learner's divergence over all rates, the exact one, and the noise at one p."""
    price = real_array(call(kingma_kl, RATES.copy()), RATES.shape, "the result")
    (here,) = real_array(call(kingma_kl, np.array([p])), (1,), "the result")
    alpha = p / (1 - p)
    exact = _exact_rise() + price[-1]

    picture = Picture(3.5)
    left, right = picture.subplots(1, 2)
    picture.subplots_adjust(left=0.075, right=0.985, top=0.9, bottom=0.2, wspace=0.2)
    left.plot(RATES, price, color=BLUE, linewidth=2, label="your kingma_kl")
    left.plot(SOME, exact, "o", color=ORANGE, markersize=5, clip_on=False,
              label="exact (constant set at p = 0.5)")  # fmt: skip
    left.plot(
        [p], [here], "o", color=VERMILION, markersize=9, markerfacecolor="none", clip_on=False
    )
    left.set(xlim=(0, 0.5), xlabel="p", ylabel="KL, up to a constant", title="the price of noise")
    left.legend(loc="upper right")
    marks = np.array([0.1, 0.2, 0.3, 0.4, 0.5])
    left.set_xticks(marks, [f"{mark:g}\nα = {mark / (1 - mark):.2f}" for mark in marks])

    noise = np.linspace(-2.5, 4.5, 400)
    density = np.exp(-((noise - 1) ** 2) / (2 * alpha)) / np.sqrt(2 * np.pi * alpha)
    right.fill_between(noise, density, color=SKY, alpha=0.5, linewidth=0)
    right.plot(noise, density, color=BLUE, label=f"N(1, α), α = {alpha:.3g}")
    high = float(density.max())
    right.vlines([0, 1 / (1 - p)], 0, [high * p, high * (1 - p)], color=VERMILION, linewidth=3,
                 label=f"inverted dropout: 0 or {1 / (1 - p):.3g}")  # fmt: skip
    right.axvline(0, color=GREY, linewidth=0.6)
    right.set(
        xlim=(-2.5, 4.5), ylim=(0, 1.45 * high), xlabel="factor", ylabel="density", yticks=(),
        title=f"the noise at p = {p:g}",
    )  # fmt: skip
    right.legend(loc="upper right")
    worst = float(np.abs(np.interp(SOME, RATES, price) - exact).max())
    picture.alt = (
        f"Left: the KL divergence falls from {price[0]:.2f} at p = 0.01 to {price[-1]:.2f} at "
        f"p = 0.5, where α is 1; at p = {p:g} it is {here:.3f}. It is within {worst:.3f} of exact "
        f"values. Right: the density of the noise N(1, {alpha:.3g}) beside the two factors of "
        f"inverted dropout, 0 and {1 / (1 - p):.3g}."
    )
    return picture


def explore(kingma_kl: Callable[..., Any]) -> widgets.VBox:
    """The same picture with a slider for p."""
    return live(
        lambda p: draw(kingma_kl, p),
        p=widgets.FloatSlider(
            value=0.2, min=0.02, max=0.5, step=0.02, description="p",
            continuous_update=False, readout_format=".2f",
        ),
    )  # fmt: skip
