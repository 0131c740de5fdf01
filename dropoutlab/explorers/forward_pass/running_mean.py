"""The mean of the output over more and more masks, inside the band that its variance predicts."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np

from ...checks.arrays import pair
from ...checks.failure import call
from ...figures import BLUE, GREY, SKY, VERMILION, Picture, styled
from ..live import live, slider_p, slider_seed

TRACES, MASKS = 40, 1000


@styled
def draw(
    dropout_forward: Callable[..., Any],
    dropout_moments: Callable[..., Any],
    p: float = 0.5,
    x: float = 1.0,
    seed: int = 0,
) -> Picture:
    """Draw the running mean of 40 units with the same activation x over 1,000 masks.

    The band is two standard deviations of a mean of k outputs on either side of the mean, both
    from `dropout_moments`.
    """
    values = np.full((MASKS, TRACES), x)
    rng = np.random.default_rng(seed)
    y, _ = pair(
        call(dropout_forward, values, p, True, rng),
        values.shape,
        "dropout_forward",
        "output",
        "mask",
    )
    moments = call(dropout_moments, np.array([x]), p)
    mean, variance = pair(moments, (1,), "dropout_moments", "mean", "variance")
    k = np.arange(1, MASKS + 1)
    running = y.cumsum(axis=0) / k[:, None]
    width = 2 * np.sqrt(np.maximum(variance[0], 0) / k)
    inside = float((np.abs(running - mean[0]) <= width[:, None] + 1e-12).mean())

    picture = Picture(3.3)
    axes = picture.subplots()
    picture.subplots_adjust(left=0.075, right=0.955, top=0.91, bottom=0.15)
    axes.fill_between(
        k,
        mean[0] - width,
        mean[0] + width,
        color=VERMILION,
        alpha=0.15,
        linewidth=0,
        label="mean ± 2 √(variance / k), from dropout_moments",
    )
    axes.plot(k, running[:, 1:], color=SKY, linewidth=0.6, alpha=0.6)
    axes.plot(k, running[:, 0], color=BLUE, linewidth=1.8, label="one unit (39 more in light blue)")
    axes.axhline(mean[0], color=VERMILION, linewidth=1)
    reach = max(abs(x) / (1 - p) if p < 1 else abs(x), 1.0)
    axes.set(
        xscale="log",
        xlim=(1, MASKS),
        ylim=(min(0, x) - 0.4 * reach, max(0, x) + 1.2 * reach),
        xlabel="masks k",
        ylabel="mean of the output over k masks",
        title=f"x = {x:g}, p = {p:g}: {inside:.1%} of the running means are inside the band",
    )
    axes.legend(loc="upper right")
    axes.text(MASKS, mean[0], f" {mean[0]:.3g}", color=VERMILION, va="center", fontsize=9)
    axes.grid(axis="y", color=GREY, alpha=0.15)
    picture.alt = (
        f"Running mean of the output for an activation {x:g} at p = {p:g} over 1 to {MASKS} "
        f"masks, 40 units: after {MASKS} masks it is between {running[-1].min():.3g} and "
        f"{running[-1].max():.3g}; {inside:.1%} of all running means are inside the band around "
        f"{mean[0]:.3g} that narrows with the square root of the number of masks."
    )
    return picture


def explore(
    dropout_forward: Callable[..., Any], dropout_moments: Callable[..., Any]
) -> widgets.VBox:
    """The same picture with sliders for p and the activation, and new masks."""
    return live(
        lambda p, x, seed: draw(dropout_forward, dropout_moments, p, x, seed),
        p=slider_p(),
        x=widgets.FloatSlider(
            value=1.0, min=-2.0, max=2.0, step=0.25, description="x", continuous_update=False
        ),
        seed=slider_seed(),
    )
