"""Pre-activations of a unit under DropConnect, their matched Gaussian, and three outputs."""

from collections.abc import Callable
from functools import cache
from statistics import NormalDist
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import CheckFailed, call
from ...data import digits
from ...figures import BLUE, GREEN, GREY, VERMILION, Picture, styled
from ..live import live, slider_p, slider_seed

Answer = Callable[..., Any]
MASKS, SAMPLES = 4000, 4000


@cache
def _unit() -> tuple[NDArray[np.floating], NDArray[np.floating], NDArray[np.floating]]:
    """A digit (1, 64), and a unit with W (64, 1) and b (1,) whose xW + b is near zero."""
    rng = np.random.default_rng(0)
    x = digits(rng, n_train=1).x_train
    w = rng.normal(0.0, (2 / 64) ** 0.5, (64, 1))
    w -= x.T * (x @ w) / (x @ x.T)
    return x, w, np.array([0.15])


@styled
def draw(
    dropconnect_forward: Answer, dropconnect_inference: Answer, p: float = 0.5, seed: int = 0
) -> Picture:
    """Draw 4,000 pre-activations of one unit for one digit, and what to answer at inference."""
    x, w, b = _unit()
    rng = np.random.default_rng(seed)
    value = call(dropconnect_forward, np.repeat(x, MASKS, axis=0), w, b, p, rng)
    if not isinstance(value, tuple | list) or len(value) != 3:
        raise CheckFailed("dropconnect_forward does not return three things.")
    z = real_array(value[0], (MASKS, 1), "z from dropconnect_forward")[:, 0]
    out = call(dropconnect_inference, x, w, b, p, SAMPLES, rng)
    matched = float(real_array(out, (1, 1), "the output of dropconnect_inference")[0, 0])
    mean = float((1 - p) * (x @ w + b)[0, 0])
    deviation = float(np.sqrt(p * (1 - p) * (x**2 @ w**2 + b**2))[0, 0])
    measured = float(np.maximum(z, 0).mean())

    picture = Picture(3.5)
    left, right = picture.subplots(1, 2, width_ratios=(2.1, 1))
    picture.subplots_adjust(left=0.075, right=0.985, top=0.89, bottom=0.155, wspace=0.2)
    reach = 4.2 * max(deviation, 0.02)
    bins = np.linspace(mean - reach, mean + reach, 50)
    counts = np.histogram(z, bins)[0]
    left.stairs(counts, bins, fill=True, color=BLUE, alpha=0.5)
    if deviation > 0:
        curve = NormalDist(mean, deviation)
        edges = np.array([curve.cdf(edge) for edge in bins])
        middles = (bins[1:] + bins[:-1]) / 2
        left.plot(middles, MASKS * np.diff(edges), color=VERMILION, linewidth=1.8)
    left.axvline(0, color=GREY, linewidth=1, linestyle=":")
    left.set(
        xlabel="pre-activation z of one unit",
        ylabel=f"masks, of {MASKS:,}",
        title=f"p = {p:g}: masks (blue), normal with matched moments (red)",
        ylim=(0, 1.18 * max(counts.max(), 1)),
    )
    left.text(
        0.99, 0.97, f"z: mean {z.mean():.3f}, spread {z.std():.3f}\nmatched: mean {mean:.3f}, "
        f"spread {deviation:.3f}", transform=left.transAxes, ha="right", va="top", fontsize=8.5,
    )  # fmt: skip

    names = ("mean of relu\nover masks", "your\ninference", "relu of\nthe mean")
    values = (measured, matched, max(mean, 0.0))
    right.bar(names, values, color=(BLUE, VERMILION, GREEN), width=0.6)
    for place, number in enumerate(values):
        right.text(place, number, f"{number:.3f}", ha="center", va="bottom", fontsize=9)
    right.set(title="output of the unit", ylim=(0, 1.2 * max(*values, 1e-3)))
    right.tick_params(axis="x", length=0, labelsize=8.5)
    picture.alt = (
        f"Histogram of {MASKS} pre-activations under DropConnect at p = {p:g} with mean "
        f"{z.mean():.3f} and spread {z.std():.3f}, and the normal curve with mean {mean:.3f} and "
        f"spread {deviation:.3f}. Output of the unit: {measured:.3f} averaged over the masks, "
        f"{matched:.3f} from dropconnect_inference, {max(mean, 0.0):.3f} as relu of the mean."
    )
    return picture


def explore(dropconnect_forward: Answer, dropconnect_inference: Answer) -> widgets.VBox:
    """The same picture with a slider for p and new masks."""
    return live(
        lambda p, seed: draw(dropconnect_forward, dropconnect_inference, p, seed),
        p=slider_p(),
        seed=slider_seed(),
    )
