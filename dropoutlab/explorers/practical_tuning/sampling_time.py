"""How long masks take and how many random bits: the plain sampler against the learner's."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

import ipywidgets as widgets
import numpy as np

from ...checks.arrays import real_array
from ...checks.failure import call
from ...figures import BLUE, GREY, VERMILION, Picture, styled
from ..live import live, slider_p

SHAPE, REPEATS = (256, 1024), 7


def _measure(sampler: Callable[..., Any], p: float) -> tuple[float, float]:
    """Milliseconds for one mask, the best of a few, and random bits for one entry."""
    best = np.inf
    rng = np.random.default_rng(0)
    for _ in range(REPEATS):
        start = perf_counter()
        mask = call(sampler, SHAPE, p, rng)
        best = min(best, perf_counter() - start)
    real_array(mask, SHAPE, "your mask")
    counting = np.random.Philox(0)
    call(sampler, SHAPE, p, np.random.Generator(counting))
    state: Any = counting.state
    words = 4 * int(state["state"]["counter"][0]) + int(state["buffer_pos"]) - 4
    return 1000 * best, 64 * words / (SHAPE[0] * SHAPE[1])


@styled
def draw(
    sample_keep_mask: Callable[..., Any], fast_keep_mask: Callable[..., Any], p: float = 0.3
) -> Picture:
    """Draw time and bits of both samplers for masks of shape (256, 1024)."""
    labels = ["one number for each entry", "your fast_keep_mask"]
    measured = [_measure(sampler, p) for sampler in (sample_keep_mask, fast_keep_mask)]
    picture = Picture(1.9)
    all_axes = picture.subplots(1, 2, sharey=True)
    picture.subplots_adjust(left=0.235, right=0.97, top=0.83, bottom=0.27, wspace=0.12)
    for which, (axes, unit) in enumerate(
        zip(all_axes, ("milliseconds for a mask", "random bits for an entry"), strict=True)
    ):
        values = [row[which] for row in measured]
        axes.barh([1, 0], values, color=[VERMILION, BLUE], height=0.6)
        for place, value in zip((1, 0), values, strict=True):
            axes.text(value, place, f" {value:.2f}", va="center", fontsize=9)
        axes.set(xlabel=unit, xlim=(0, max(values) * 1.2))
        axes.set_yticks([1, 0], labels)
        axes.tick_params(axis="y", length=0, labelcolor="#20282D")
        axes.grid(axis="x", color=GREY, alpha=0.15)
    all_axes[0].set_title(f"masks of shape {SHAPE} at p = {p:g}, the best of {REPEATS}")
    (plain_ms, plain_bits), (fast_ms, fast_bits) = measured
    picture.alt = (
        f"Masks of shape {SHAPE} at p = {p:g}: one uniform number for each entry takes "
        f"{plain_ms:.2f} milliseconds and {plain_bits:.1f} random bits for an entry, your "
        f"fast_keep_mask {fast_ms:.2f} milliseconds and {fast_bits:.1f} bits."
    )
    return picture


def explore(
    sample_keep_mask: Callable[..., Any], fast_keep_mask: Callable[..., Any]
) -> widgets.VBox:
    """The same with a slider for p."""
    return live(lambda p: draw(sample_keep_mask, fast_keep_mask, p), p=slider_p(0.3))
