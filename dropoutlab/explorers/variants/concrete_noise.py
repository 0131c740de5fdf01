"""How soft the mask of concrete dropout is, and how smoothly what it keeps depends on p."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import pair
from ...checks.failure import call
from ...figures import BLUE, GREY, SKY, VERMILION, Picture, styled
from ..live import live, slider_seed

DRAWS, FEW, GRID = 20_000, 12, 161


@styled
def draw(
    concrete_dropout: Callable[..., Any], p: float = 0.3, temperature: float = 0.1, seed: int = 0
) -> Picture:
    """Draw a histogram of z and, for twelve fixed u, what is kept as a function of p."""
    z = _z(concrete_dropout, DRAWS, p, temperature, seed)
    rates = np.linspace(0.01, 0.99, GRID)
    few = np.array([_z(concrete_dropout, FEW, float(rate), temperature, seed) for rate in rates])
    soft, hard = 1 - few.mean(axis=1), 1 - (few > 0.5).mean(axis=1)

    picture = Picture(3.4)
    left, right = picture.subplots(1, 2)
    picture.subplots_adjust(left=0.075, right=0.985, top=0.9, bottom=0.145, wspace=0.2)
    counts, edges = np.histogram(z, np.linspace(0, 1, 41))
    for half, colour in ((slice(0, 20), SKY), (slice(20, 40), BLUE)):
        left.stairs(
            counts[half] / DRAWS, edges[half.start : half.stop + 1], fill=True, color=colour
        )
    left.set(
        yscale="log", ylim=(0.0005, 6), xlim=(0, 1), xlabel="z, how much is dropped",
        ylabel="share of the entries, in 40 bins",
        title=f"p = {p:g}, temperature {temperature:g}",
    )  # fmt: skip
    above, kept = float((z > 0.5).mean()), float(1 - z.mean())
    left.text(
        0.5, 0.97, f"z above ½: {above:.1%}\nmean of 1 − z: {kept:.3f}, with 1 − p = {1 - p:.3g}",
        transform=left.transAxes, ha="center", va="top", fontsize=9,
    )  # fmt: skip
    right.plot(rates, hard, color=VERMILION, linewidth=1.5, label="hard: z rounded to 0 or 1")
    right.plot(rates, soft, "--", color=BLUE, linewidth=2, label="your z")
    right.axvline(p, color=GREY, linewidth=0.8, linestyle=":")
    right.set(
        xlim=(0, 1), ylim=(-0.03, 1.03), xlabel="p (drop)", ylabel="mean of 1 − z",
        title=f"what {FEW} entries with fixed u keep",
    )  # fmt: skip
    right.legend(loc="upper right")
    flat = float((np.diff(hard) == 0).mean())
    still = float((np.abs(np.diff(soft)) < 1e-4).mean())
    picture.alt = (
        f"Left: histogram of z at p = {p:g} and temperature {temperature:g}: {above:.1%} are above "
        f"one half and the mean of 1 - z is {kept:.3f}. Right: what {FEW} entries keep as p goes "
        f"from 0 to 1 with u fixed: with hard coins it is flat over {flat:.0%} of the way, with "
        f"the soft z over {still:.0%}."
    )
    return picture


def _z(
    concrete_dropout: Callable[..., Any], size: int, p: float, temperature: float, seed: int
) -> NDArray[np.floating]:
    x, rng = np.ones(size), np.random.default_rng(seed)
    value = call(concrete_dropout, x, p, temperature, True, rng)
    return pair(value, x.shape, "concrete_dropout", "output", "array z")[1]


def explore(concrete_dropout: Callable[..., Any]) -> widgets.VBox:
    """The same picture with sliders for p and the temperature, and new u."""
    return live(
        lambda p, temperature, seed: draw(concrete_dropout, p, temperature, seed),
        p=widgets.FloatSlider(
            value=0.3, min=0.05, max=0.95, step=0.05, description="p (drop)",
            continuous_update=False, readout_format=".2f",
        ),
        temperature=widgets.FloatSlider(
            value=0.1, min=0.05, max=2.0, step=0.05, description="temperature",
            style={"description_width": "initial"},
            continuous_update=False, readout_format=".2f",
        ),
        seed=slider_seed(),
    )  # fmt: skip
