"""A few training digits with wrong labels, and what both networks say about them."""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets
import numpy as np

from ...checks.failure import call
from ...figures import BLUE, GREY, VERMILION, Picture, styled
from ...pairs import LOOKS, Pair
from ..live import live

SHOWN = 10


@styled
def draw(
    memorized_fraction: Callable[..., Any], pairs: Sequence[Pair], epoch: int = 100, seed: int = 0
) -> Picture:
    """Draw ten wrongly labelled digits of one pair with the answers after `epoch` epochs."""
    pair, look = pairs[seed], LOOKS.index(epoch)
    data = pair.data
    rows = np.flatnonzero(data.y_train != data.y_clean)
    fractions = [
        float(call(memorized_fraction, trained.on_train[look], data.y_train, data.y_clean))
        for trained in (pair.plain, pair.dropout)
    ]
    picture = Picture(2.1)
    grid = picture.subplots(1, SHOWN)
    picture.subplots_adjust(left=0.15, right=0.99, top=0.84, bottom=0.38, wspace=0.12)
    lines = (("label", 0.29), ("without dropout", 0.17), ("with dropout", 0.05))
    for words, y in lines:
        picture.text(0.14, y, words, ha="right", va="center", fontsize=9.5)
    for axes, row in zip(grid, rows[:SHOWN], strict=True):
        axes.imshow(data.x_train[row].reshape(8, 8), cmap="gray_r")
        axes.set_axis_off()
        middle = (axes.get_position().x0 + axes.get_position().x1) / 2
        label, true = data.y_train[row], data.y_clean[row]
        picture.text(middle, 0.29, str(label), ha="center", va="center", color=GREY, fontsize=11)
        for (_, y), trained in zip(lines[1:], (pair.plain, pair.dropout), strict=True):
            said = trained.on_train[look, row]
            mark, colour = {true: ("✓", BLUE), label: ("✗", VERMILION)}.get(said, ("?", GREY))
            picture.text(
                middle, y, f"{said} {mark}",
                ha="center", va="center", color=colour, fontsize=11,
            )  # fmt: skip
    picture.text(
        0.01, 0.93,
        f"seed {seed}, epoch {epoch}: {fractions[0]:.0%} of the wrong labels memorised without "
        f"dropout, {fractions[1]:.0%} with it",
        fontsize=11, va="center",
    )  # fmt: skip
    told = ", ".join(
        f"a {data.y_clean[row]} labelled {data.y_train[row]} is called "
        f"{pair.plain.on_train[look, row]} without and {pair.dropout.on_train[look, row]} with"
        for row in rows[:SHOWN]
    )
    picture.alt = (
        f"Ten wrongly labelled digits, seed {seed}, epoch {epoch}: {told} dropout. Memorised: "
        f"{fractions[0]:.1%} without, {fractions[1]:.1%} with dropout."
    )
    return picture


def explore(memorized_fraction: Callable[..., Any], pairs: Sequence[Pair]) -> widgets.VBox:
    """The same picture with sliders for the epoch and for the seed."""
    return live(
        lambda epoch, seed: draw(memorized_fraction, pairs, epoch, seed),
        epoch=widgets.SelectionSlider(
            options=LOOKS, value=LOOKS[-1], description="epoch", continuous_update=False
        ),
        seed=widgets.IntSlider(
            value=0, min=0, max=len(pairs) - 1, description="seed", continuous_update=False
        ),
    )
