"""How much accuracy a trained network loses when one single hidden unit is taken away."""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...figures import BLUE, GREY, VERMILION, Picture, styled
from ...networks import Network
from ...pairs import Pair
from ..live import live
from .ablation_curve import logits_without

Answer = Callable[..., Any]
ROWS, SHOWN = 500, 40
NETWORKS = (("without dropout", VERMILION, "--"), ("with dropout", BLUE, "-"))
Losses = list[NDArray[np.float64]]  # without and with dropout, each sorted, largest first


def _losses(ablate: Answer, pair: Pair, network: Network) -> NDArray[np.float64]:
    """Accuracy lost by removing each unit of both hidden layers, in points, largest first."""
    x, y = pair.data.x_test[:ROWS], pair.data.y_test[:ROWS]
    whole = (network.predict(x) == y).mean()
    losses = []
    for layer in (1, 2):
        d = len(network.biases[layer - 1])
        for unit in range(d):
            keeps = {layer: np.arange(d) != unit}
            without = (logits_without(ablate, network, x, keeps).argmax(axis=1) == y).mean()
            losses.append(100 * (whole - without))
    return np.sort(losses)[::-1]


def measure(ablate: Answer, pairs: Sequence[Pair]) -> list[Losses]:
    """Remove every unit of every network, one at a time: computed once, drawn often."""
    return [
        [_losses(ablate, pair, trained.network) for trained in (pair.plain, pair.dropout)]
        for pair in pairs
    ]


@styled
def draw(ablate: Answer, pairs: Sequence[Pair], measured: list[Losses] | None = None) -> Picture:
    """Draw the 40 units whose loss hurts most, one line for each pair of networks."""
    measured = measured or measure(ablate, pairs)
    picture = Picture(3.0)
    axes = picture.subplots()
    picture.subplots_adjust(left=0.08, right=0.98, top=0.9, bottom=0.16)
    told = []
    for number, (name, colour, line) in enumerate(NETWORKS):
        runs = np.array([both[number][:SHOWN] for both in measured])
        for run in runs:
            axes.plot(np.arange(1, SHOWN + 1), run, color=colour, alpha=0.3, linewidth=0.9)
        axes.plot(
            np.arange(1, SHOWN + 1), runs.mean(axis=0), line, color=colour, linewidth=2.2,
            label=f"{name}: the worst unit costs {runs[:, 0].mean():.1f} points",
        )  # fmt: skip
        told.append(f"{name} {runs[:, 0].mean():.1f} points for the worst unit")
    axes.axhline(0, color=GREY, linewidth=0.8)
    axes.set(
        title=f"one unit removed, {len(measured)} {'seeds' if len(measured) > 1 else 'seed'}",
        xlabel="hidden units, the most important first", ylabel="points of accuracy lost",
        xlim=(0.5, SHOWN + 0.5),
    )  # fmt: skip
    axes.legend(loc="upper right")
    picture.alt = f"Accuracy lost by removing a single unit: {'; '.join(told)}."
    return picture


def explore(ablate: Answer, pairs: Sequence[Pair]) -> widgets.VBox:
    """The same picture for one pair after the other."""
    measured = measure(ablate, pairs)
    return live(
        lambda seed: draw(ablate, pairs, measured[seed : seed + 1]),
        seed=widgets.IntSlider(
            value=0, min=0, max=len(pairs) - 1, description="seed", continuous_update=False
        ),
    )
