"""Averaging many noisy passes against one pass without noise: accuracy and log-likelihood."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import pair
from ...checks.failure import call
from ...figures import BLUE, GREY, VERMILION, Picture, styled
from ...networks import negative_log_likelihood
from ..live import live

COUNTS = (1, 2, 3, 5, 10, 20, 50, 100)


@styled
def draw(
    mc_predict: Callable[..., Any],
    model: Callable[..., Any],
    one_pass: NDArray[np.floating],
    x: NDArray[np.floating],
    y: NDArray[np.integer],
    most: int = 100,
    example: int = 0,
) -> Picture:
    """Draw error and NLL of the mean of k passes, and the passes' spread for one example.

    one_pass: probabilities (N, classes) of the network without dropout, its weights as they are
    most: the largest k
    """
    counts = [k for k in COUNTS if k <= most]
    results = []
    for k in counts:
        value = call(mc_predict, model, x, k)
        results.append(pair(value, one_pass.shape, "mc_predict", "mean", "spread"))
    means = [mean for mean, _ in results]
    errors = [100 * float((mean.argmax(axis=1) != y).mean()) for mean in means]
    losses = [negative_log_likelihood(mean, y) for mean in means]
    error_one = 100 * float((one_pass.argmax(axis=1) != y).mean())
    loss_one = negative_log_likelihood(one_pass, y)

    picture = Picture(3.1)
    all_axes = picture.subplots(1, 3, width_ratios=(1, 1, 1.15))
    picture.subplots_adjust(left=0.065, right=0.99, top=0.89, bottom=0.16, wspace=0.3)
    for axes, values, single, title in (
        (all_axes[0], errors, error_one, "error in %"),
        (all_axes[1], losses, loss_one, "negative log-likelihood"),
    ):
        axes.plot(counts, values, color=BLUE, marker="o", markersize=4, label="mean of k passes")
        axes.axhline(single, color=VERMILION, linestyle="--", label="one pass, no dropout")
        axes.set(xscale="log", xlabel="passes k", title=title)
        axes.set_xticks([k for k in (1, 3, 10, 30, 100) if k <= most], minor=False)
        axes.xaxis.set_major_formatter("{x:g}")
        axes.minorticks_off()
        axes.set_ylim(0, max(*values, single) * 1.28)
        axes.legend(loc="upper right", fontsize=8)
        axes.grid(axis="y", color=GREY, alpha=0.15)
    mean, spread = results[-1]
    classes = np.arange(mean.shape[1])
    axes = all_axes[2]
    axes.bar(
        classes,
        mean[example],
        color=BLUE,
        width=0.6,
        alpha=0.75,
        label=f"mean ± spread, k = {counts[-1]}",
    )
    axes.errorbar(
        classes, mean[example], spread[example], fmt="none", ecolor="#20282D", capsize=2.5
    )
    axes.plot(classes, one_pass[example], "D", color=VERMILION, markersize=4.5, label="one pass")
    axes.set(
        xlabel="class", xticks=classes, ylim=(0, 1.2),
        title=f"example {example}, a {int(y[example])}",
    )  # fmt: skip
    axes.legend(loc="upper right", fontsize=8)
    picture.alt = (
        f"Averages of up to {counts[-1]} noisy passes on {len(y)} digits: the error falls from "
        f"{errors[0]:.1f}% with one pass to {errors[-1]:.1f}%, against {error_one:.1f}% for one "
        f"pass without dropout; the negative log-likelihood from {losses[0]:.3f} to "
        f"{losses[-1]:.3f}, against {loss_one:.3f}. Example {example}, a {int(y[example])}: mean "
        f"probability {mean[example, int(y[example])]:.2f} for its class, spread "
        f"{spread[example, int(y[example])]:.2f}."
    )
    return picture


def explore(
    mc_predict: Callable[..., Any],
    model: Callable[..., Any],
    one_pass: NDArray[np.floating],
    x: NDArray[np.floating],
    y: NDArray[np.integer],
) -> widgets.VBox:
    """The same with sliders for the largest k and for the example."""
    return live(
        lambda most, example: draw(mc_predict, model, one_pass, x, y, most, example),
        most=widgets.SelectionSlider(
            options=COUNTS[3:], value=20, description="passes", continuous_update=False
        ),
        example=widgets.IntSlider(
            value=0, min=0, max=min(50, len(y) - 1), description="example", continuous_update=False
        ),
    )
