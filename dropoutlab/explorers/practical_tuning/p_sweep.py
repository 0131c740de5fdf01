"""Validation scores against p, with the bar of one standard error and the p that is chosen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets as widgets
import numpy as np

from ...checks.failure import CheckFailed, call
from ...figures import BLUE, GREY, ORANGE, SKY, VERMILION, Picture, styled
from ..live import live

Scores = Mapping[float, Sequence[float]]


@styled
def draw(choose_p: Callable[..., Any], scores: Scores, seeds: int | None = None) -> Picture:
    """Draw scores {p: one for each seed}, of the first `seeds` seeds only where that is given."""
    scores = {p: [float(value) for value in list(values)[:seeds]] for p, values in scores.items()}
    chosen = call(choose_p, scores)
    if isinstance(chosen, bool) or not isinstance(chosen, int | float | np.number):
        raise CheckFailed("choose_p does not return one number.")
    ps = sorted(scores)
    means = np.array([np.mean(scores[p]) for p in ps])
    errors = np.array([np.std(scores[p], ddof=1) / len(scores[p]) ** 0.5 for p in ps])
    best = int(means.argmax())
    bar = means[best] - errors[best]
    count = len(scores[ps[best]])

    picture = Picture(3.5)
    axes = picture.subplots()
    picture.subplots_adjust(left=0.085, right=0.985, top=0.9, bottom=0.15)
    axes.axhspan(bar, means[best], color=ORANGE, alpha=0.22, linewidth=0)
    axes.axhline(bar, color=ORANGE, linewidth=1.2)
    axes.axvline(float(chosen), color=VERMILION, linewidth=1.6, linestyle="--")
    for p in ps:
        axes.plot([p] * len(scores[p]), scores[p], "o", color=SKY, markersize=4, alpha=0.8)
    axes.errorbar(
        ps, means, errors, color=BLUE, linewidth=1.6, marker="o", markersize=6, capsize=3,
        label=f"mean of {count} seeds ± one standard error",
    )  # fmt: skip
    axes.plot([], [], "o", color=SKY, markersize=4, label="one seed")
    axes.plot([], [], color=ORANGE, linewidth=1.2, label="the best mean minus its standard error")
    axes.plot(
        [], [], color=VERMILION, linewidth=1.6, linestyle="--",
        label=f"your choose_p: p = {float(chosen):g}",
    )  # fmt: skip
    low = float(np.sort(means)[max(0, len(means) // 4)] - 0.06)
    hidden = [f"{m:.2f} at p = {p:g}" for p, m in zip(ps, means, strict=True) if m < low]
    outside = f" (below the axis: {', '.join(hidden)})" if hidden else ""
    axes.set(
        xlabel="drop probability p of the hidden units",
        ylabel="validation accuracy",
        title=f"best mean {means[best]:.3f} at p = {ps[best]:g}" + outside,
        ylim=(min(low, bar - 0.05), max(max(v) for v in scores.values()) + 0.012),
    )
    axes.legend(  # on white, because the line at the p that was chosen may pass behind it
        loc="lower center", bbox_to_anchor=(0.4, 0.0), fontsize=8.5,
        frameon=True, framealpha=1.0, edgecolor="none",
    )  # fmt: skip
    axes.grid(axis="y", color=GREY, alpha=0.15)
    picture.alt = (
        f"Validation accuracy against p, means of {count} seeds: "
        + ", ".join(f"{m:.3f} at {p:g}" for p, m in zip(ps, means, strict=True))
        + f". The best mean minus one standard error is {bar:.3f}; your choose_p takes "
        f"p = {float(chosen):g}."
    )
    return picture


def explore(choose_p: Callable[..., Any], scores: Scores) -> widgets.VBox:
    """The same with a slider for how many of the seeds are looked at."""
    most = max(len(values) for values in scores.values())
    return live(
        lambda seeds: draw(choose_p, scores, seeds),
        seeds=widgets.IntSlider(
            value=most, min=2, max=most, description="seeds", continuous_update=False
        ),
    )
