"""The band of Monte Carlo dropout over a gap in the data: where it holds and where it does not."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np

from ...checks.arrays import pair
from ...checks.failure import call
from ...figures import BLUE, LIGHT, VERMILION, Picture, styled
from ..live import live, slider_seed, toggle
from .gap_network import CURVES, GAP, NOISE, REACH, trained

Answer = Callable[..., Any]
WHERE = np.linspace(-2.8, 2.8, 141)
NEW = 200  # new points at every place
PARTS = (
    ("on the data", (np.abs(WHERE) >= GAP) & (np.abs(WHERE) <= REACH)),
    ("in the gap", np.abs(WHERE) < GAP),
    ("outside", np.abs(WHERE) > REACH),
)


@styled
def draw(mc_moments: Answer, p: float = 0.1, samples: int = 100, seed: int = 0) -> Picture:
    """Draw the band for two curves, and count which share of new points lies inside."""
    picture = Picture(3.9)
    both = picture.subplots(1, 2, sharey=True)
    picture.subplots_adjust(left=0.055, right=0.99, top=0.9, bottom=0.13, wspace=0.05)
    told = []
    for axes, (name, curve) in zip(both, CURVES.items(), strict=True):
        network = trained(name, p)
        rng = np.random.default_rng(seed)
        value = call(mc_moments, network.predict, WHERE, samples, NOISE**-2, rng)
        mean, variance = pair(value, WHERE.shape, "mc_moments", "mean", "variance")
        width = 2 * np.sqrt(np.maximum(variance, 0))
        new = curve(WHERE) + np.random.default_rng(0).normal(0.0, NOISE, (NEW, len(WHERE)))
        inside = np.abs(new - mean) <= width
        shares = [(words, float(inside[:, part].mean())) for words, part in PARTS]

        axes.axvspan(-GAP, GAP, color=LIGHT, linewidth=0)
        axes.fill_between(WHERE, mean - width, mean + width, color=BLUE, alpha=0.25, linewidth=0,
                          label="mean ± 2 s.d.")  # fmt: skip
        axes.plot(WHERE, mean, color=BLUE, linewidth=1.6)
        axes.plot(WHERE, curve(WHERE), color=VERMILION, linestyle="--", linewidth=1.4,
                  label="the true curve")  # fmt: skip
        axes.plot(network.x, network.y, ".", color="#20282D", markersize=4.5, label="data")
        for words, place in zip(shares, (-1.3, 0.0, 2.45), strict=True):
            axes.text(place, -2.75, f"{words[0]}\n{words[1]:.0%}", ha="center", va="bottom",
                      fontsize=8.5)  # fmt: skip
        axes.set(xlim=(-2.8, 2.8), ylim=(-2.9, 3.3), xlabel="x")
        axes.set_title(f"{'a calm gap' if name == 'calm' else 'a bump in the gap'}, p = {p:g}")
        told.append(f"{name}: " + ", ".join(f"{share:.0%} {words}" for words, share in shares))
    both[0].legend(loc="upper left", ncols=1)
    both[0].set_ylabel("y")
    both[1].set_xlabel("x   (%: new points inside; 95% would be right)")
    picture.alt = (
        f"Monte Carlo dropout with p = {p:g} and {samples} passes on two curves with a gap in the "
        f"data. New points inside mean ± 2 standard deviations: {'; '.join(told)}."
    )
    return picture


def explore(mc_moments: Answer) -> widgets.VBox:
    """The same bands with three networks for each curve, and few or many passes."""
    return live(
        lambda p, samples, seed: draw(mc_moments, float(p), int(samples), seed),
        p=toggle(["0.02", "0.1", "0.3"], "p (drop)"),
        samples=toggle(["100", "5"], "passes"),
        seed=slider_seed(),
    )
