"""The weights of attention before and after dropout, and what becomes of the sums of the rows."""

from collections.abc import Callable
from functools import cache
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import CheckFailed, call
from ...figures import BLUE, GREY, LIGHT, VERMILION, Picture, styled
from ..live import live, slider_p, slider_seed

TOKENS = 12


@cache
def _scores() -> NDArray[np.floating]:
    """Scores (1, 12, 12) that prefer near positions; later ones are -inf."""
    rng = np.random.default_rng(2)
    place = np.arange(TOKENS)
    scores = 1.2 * rng.normal(size=(TOKENS, TOKENS)) - 0.15 * np.abs(place[:, None] - place)
    return np.where(place > place[:, None], -np.inf, scores)[None]


@styled
def draw(attention_dropout: Callable[..., Any], p: float = 0.3, seed: int = 0) -> Picture:
    """Draw the learner's weights at inference and in training, and their row sums."""
    before = _weights(attention_dropout, p, False, seed)
    after = _weights(attention_dropout, p, True, seed)
    visible = np.tri(TOKENS, dtype=bool)
    dropped = (after == 0) & visible
    sums = after.sum(axis=1)

    picture = Picture(3.75)
    grid = picture.add_gridspec(
        1, 3, width_ratios=(1, 1, 0.62), wspace=0.1,
        left=0.06, right=0.985, top=0.87, bottom=0.2,
    )  # fmt: skip
    high = max(float(before.max()), float(after.max()))
    edges = np.arange(TOKENS + 1) + 0.5
    last = None
    for column, (weights, title) in enumerate(
        ((before, "weights at inference"), (after, f"weights in training, p = {p:g}"))
    ):
        axes = picture.add_subplot(grid[column])
        axes.set_facecolor(LIGHT)
        shown = np.where(visible, weights, np.nan)
        last = axes.pcolormesh(
            edges, edges, shown, cmap="Blues", vmin=0, vmax=high, edgecolors="white", linewidth=0.6
        )
        if column:
            axes.plot(
                dropped.nonzero()[1] + 1, dropped.nonzero()[0] + 1, "x", color=VERMILION,
                markersize=6, markeredgewidth=1.4,
            )  # fmt: skip
        axes.invert_yaxis()
        axes.set(title=title, xlabel="position", xticks=(1, 4, 8, 12), yticks=(1, 4, 8, 12))
        axes.tick_params(length=0, labelleft=not column)
        axes.spines[["left", "bottom"]].set_visible(False)
        if not column:
            axes.set_ylabel("query")
            scale = axes.inset_axes((0.56, 0.93, 0.42, 0.035))
            picture.colorbar(last, cax=scale, orientation="horizontal", ticks=(0, high))
            scale.set_xticklabels(["0", f"{high:.2g}"])
            scale.tick_params(length=0, labelsize=8)
    axes = picture.add_subplot(grid[2])
    place = np.arange(1, TOKENS + 1)
    axes.axvline(1.0, color=GREY, linewidth=1.2)
    axes.axvline(1 / (1 - p), color=GREY, linewidth=0.8, linestyle=":")
    axes.hlines(place, 0, sums, color=BLUE, linewidth=1.2)
    axes.plot(sums, place, "o", color=BLUE, markersize=5)
    axes.set(
        ylim=(TOKENS + 0.5, 0.5), xlim=(-0.1, 1.12 * max(1.8, float(sums.max()), 1 / (1 - p))),
        title="sums of the rows", xlabel="in training", yticks=(1, 4, 8, 12),
    )  # fmt: skip
    axes.tick_params(length=0, labelleft=False)
    picture.text(
        0.06, 0.03, "× dropped   grey: a later position, its score is −∞   "
        "right: 1 at inference (line), 1/(1 − p) (dotted)", fontsize=9, color=GREY,
    )  # fmt: skip
    picture.alt = (
        f"Attention weights of {TOKENS} queries before and after dropout with p = {p:g}: "
        f"{dropped.sum()} of {visible.sum()} weights are dropped. The rows sum to 1 at inference "
        f"and to between {sums.min():.2f} and {sums.max():.2f} in training, {sums.mean():.2f} on "
        "average."
    )
    return picture


def _weights(
    attention_dropout: Callable[..., Any], p: float, training: bool, seed: int
) -> NDArray[np.floating]:
    scores, values = _scores().copy(), np.eye(TOKENS)[None]
    value = call(attention_dropout, scores, values, p, training, np.random.default_rng(seed))
    if not isinstance(value, tuple | list) or len(value) != 2:
        raise CheckFailed("attention_dropout does not return the output and the weights.")
    weights = real_array(value[1], scores.shape, "the array of weights")
    return weights[0]


def explore(attention_dropout: Callable[..., Any]) -> widgets.VBox:
    """The same maps with a slider for p and new coins."""
    return live(
        lambda p, seed: draw(attention_dropout, p, seed), p=slider_p(0.3), seed=slider_seed()
    )
