"""Test accuracy when hidden units are taken away from a trained network."""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import call
from ...figures import BLUE, GREY, VERMILION, Picture, styled
from ...networks import Network
from ...pairs import Pair
from ..live import live, toggle

Answer = Callable[..., Any]
SHARES = (0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875)
LAYERS = {"both": (1, 2), "first": (1,), "second": (2,)}
ROWS = 400
NETWORKS = (("without dropout", VERMILION, "--"), ("with dropout", BLUE, "-"))


def logits_without(
    ablate: Answer, network: Network, x: NDArray[Any], keeps: dict[int, NDArray[np.bool_]]
) -> NDArray[Any]:
    """The logits of a network whose layer i keeps the units keeps[i], by the learner's code."""
    last = len(network.weights)
    for layer, (weights, biases) in enumerate(zip(network.weights, network.biases, strict=True), 1):
        x = x @ weights + biases
        if layer < last:
            x = np.maximum(x, 0.0)
            if layer in keeps:
                value = call(ablate, x, keeps[layer])
                x = real_array(value, x.shape, "the output of ablate")
    return x


def _curve(
    ablate: Answer, pair: Pair, network: Network, layers: str, n_draws: int, seed: int
) -> list[float]:
    """Accuracy for each share of SHARES, averaged over draws of the units that go."""
    rng = np.random.default_rng(seed)
    x, y = pair.data.x_test[:ROWS], pair.data.y_test[:ROWS]
    accuracies = []
    for share in SHARES:
        hits = []
        for _ in range(n_draws if share else 1):
            keeps = {}
            for layer in LAYERS[layers]:
                d = len(network.biases[layer - 1])
                keeps[layer] = rng.permutation(np.arange(d) >= round(share * d))
            hits.append((logits_without(ablate, network, x, keeps).argmax(axis=1) == y).mean())
        accuracies.append(float(np.mean(hits)))
    return accuracies


@styled
def draw(
    ablate: Answer, pairs: Sequence[Pair], layers: str = "both", n_draws: int = 3, seed: int = 0
) -> Picture:
    """Draw accuracy against the share of units removed, at random, from `layers` of every pair."""
    picture = Picture(3.5)
    axes = picture.subplots()
    picture.subplots_adjust(left=0.08, right=0.98, top=0.91, bottom=0.14)
    told = []
    for number, (name, colour, line) in enumerate(NETWORKS):
        runs = np.array(
            [
                _curve(
                    ablate, pair, (pair.dropout if number else pair.plain).network, layers,
                    n_draws, seed + 100 * which,
                )
                for which, pair in enumerate(pairs)
            ]
        )  # fmt: skip
        mean = runs.mean(axis=0)
        for run in runs:
            axes.plot(SHARES, run, color=colour, alpha=0.3, linewidth=0.9)
        axes.plot(
            SHARES, mean, line, color=colour, linewidth=2.2, marker="o", markersize=4, label=name
        )
        half = SHARES.index(0.5)
        axes.annotate(
            f"{mean[half]:.0%}", (0.5, mean[half]), xytext=(4, 9) if number else (-4, -18),
            textcoords="offset points", ha="left" if number else "right", color=colour,
            fontsize=11, fontweight="bold",
        )  # fmt: skip
        told.append(f"{name} {mean[0]:.1%} with all units and {mean[half]:.1%} with half of them")
    axes.axhline(0.1, color=GREY, linewidth=1, linestyle=":")
    axes.text(0.0, 0.11, "guessing", color=GREY, fontsize=9, va="bottom")
    where = "both hidden layers" if layers == "both" else f"the {layers} hidden layer"
    counted = f"{len(pairs)} seeds" if len(pairs) > 1 else "1 seed"
    axes.set(
        xlabel="share of units removed", ylabel="accuracy on test digits", ylim=(0, 1.02),
        xlim=(-0.01, 0.89), title=f"units removed at random from {where}, {counted}",
    )  # fmt: skip
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: f"{value:.0%}")
    axes.legend(loc="lower left", bbox_to_anchor=(0.0, 0.15))
    picture.alt = f"Test accuracy against units removed from {where}: {'; '.join(told)}."
    return picture


def explore(ablate: Answer, pairs: Sequence[Pair]) -> widgets.VBox:
    """The same curve for one pair, with a choice of the layers and other units to remove."""
    return live(
        lambda layers, seed: draw(ablate, pairs[:1], layers, 2, seed),
        layers=toggle(list(LAYERS), "layers"),
        seed=widgets.IntSlider(
            value=0, min=0, max=50, description="other units", continuous_update=False
        ),
    )
