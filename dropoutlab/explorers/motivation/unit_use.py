"""On how many examples each hidden unit is active, before and after training."""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets
import numpy as np

from ...checks.arrays import real_array
from ...checks.failure import call
from ...figures import BLUE, GREY, VERMILION, Picture, styled
from ...pairs import Pair
from ..live import live

LAYERS = ("first", "second")


@styled
def draw(dead_units: Callable[..., Any], pairs: Sequence[Pair], seed: int = 0) -> Picture:
    """Draw, for both hidden layers of one pair, the units sorted by how often they are active."""
    pair = pairs[seed]
    x = pair.data.x_train
    picture = Picture(3.4)
    all_axes = picture.subplots(1, 2, sharey=True)
    picture.subplots_adjust(left=0.085, right=0.98, top=0.9, bottom=0.15, wspace=0.07)
    told = []
    for number, axes in enumerate(all_axes):
        for name, network, colour, line in (
            ("before training", pair.untrained, GREY, ":"),
            ("without dropout", pair.plain.network, VERMILION, "--"),
            ("with dropout", pair.dropout.network, BLUE, "-"),
        ):
            h = network.activations(x)[number + 1]
            dead = real_array(
                call(dead_units, h.copy()), h.shape[1:], "the array of dead units"
            ).astype(bool)
            share = np.sort((h > 0).mean(axis=0))
            axes.plot(
                np.arange(1, len(share) + 1), share, line, color=colour, linewidth=2,
                label=f"{name}: {dead.sum()} dead, {(h == 0).mean():.0%} zeros",
            )  # fmt: skip
            told.append(
                f"{LAYERS[number]} layer {name}: {dead.sum()} of {len(dead)} units dead, "
                f"{(h == 0).mean():.0%} of the activations are 0"
            )
        axes.set(
            title=f"{LAYERS[number]} hidden layer", xlabel="units, least active first",
            xlim=(0, len(share) + 1), ylim=(0, 1.42),
        )  # fmt: skip
        axes.set_yticks(np.linspace(0, 1, 6), [f"{tick:.0%}" for tick in np.linspace(0, 1, 6)])
        axes.legend(loc="upper left")
    all_axes[0].set_ylabel("active on … of the digits", loc="bottom")
    picture.alt = f"How often units are active, seed {seed}. " + "; ".join(told) + "."
    return picture


def explore(dead_units: Callable[..., Any], pairs: Sequence[Pair]) -> widgets.VBox:
    """The same picture with a slider for the seed."""
    return live(
        lambda seed: draw(dead_units, pairs, seed),
        seed=widgets.IntSlider(
            value=0, min=0, max=len(pairs) - 1, description="seed", continuous_update=False
        ),
    )
