"""Which weights are out of work: under plain dropout of the inputs, and under DropConnect."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np

from ...checks.arrays import real_array
from ...checks.failure import CheckFailed, call
from ...figures import BLUE, VERMILION, Picture, styled
from ..live import live, slider_p, slider_seed
from .tiles import show_coins

Answer = Callable[..., Any]
EXAMPLES, INPUTS, OUTPUTS = 3, 8, 12


@styled
def draw(
    dropconnect_forward: Answer, sample_keep_mask: Answer, p: float = 0.5, seed: int = 0
) -> Picture:
    """Draw the weights in use, inputs by outputs, for three examples and both ways to drop."""
    rng = np.random.default_rng(seed)
    units = call(sample_keep_mask, (EXAMPLES, INPUTS), p, rng)
    units = real_array(units, (EXAMPLES, INPUTS), "your mask") != 0
    plain = np.repeat(units[:, :, None], OUTPUTS, axis=2)
    ones = np.ones((EXAMPLES, INPUTS)), np.ones((INPUTS, OUTPUTS)), np.ones(OUTPUTS)
    value = call(dropconnect_forward, *ones, p, rng)
    if not isinstance(value, tuple | list) or len(value) != 3:
        raise CheckFailed("dropconnect_forward does not return three things.")
    weights = real_array(value[1], (EXAMPLES, INPUTS, OUTPUTS), "keep_W") != 0

    picture = Picture(3.9)
    grid = picture.subplots(2, EXAMPLES)
    picture.subplots_adjust(
        left=0.13, right=0.985, top=0.88, bottom=0.075, wspace=0.08, hspace=0.22
    )
    told = []
    for row, keep, colour, name in (
        (grid[0], plain, BLUE, "plain dropout\nof the inputs"),
        (grid[1], weights, VERMILION, "DropConnect"),
    ):
        for number, axes in enumerate(row):
            show_coins(axes, keep[number], colour)
            axes.set_title(f"example {number + 1}: {keep[number].mean():.0%} in use", fontsize=9.5)
        row[0].text(-0.3, 0.5, name, transform=row[0].transAxes, rotation=90, ha="center",
                    va="center", color=colour)  # fmt: skip
        row[0].set_ylabel(f"{INPUTS} inputs", fontsize=9)
        shares = ", ".join(f"{part.mean():.0%}" for part in keep)
        told.append(f"{name} uses {shares} of the weights".replace("\n", " "))
    for axes in grid[1]:
        axes.set_xlabel(f"{OUTPUTS} outputs", fontsize=9)
    picture.suptitle(
        f"weights in use at p = {p:g} (grey: out of work)", x=0.13, ha="left", fontsize=11, y=0.985
    )
    picture.alt = (
        f"Weights in use at p = {p:g} for three examples of a layer with {INPUTS} inputs and "
        f"{OUTPUTS} outputs. {'; '.join(told)}. Plain dropout removes whole rows, DropConnect "
        "single weights."
    )
    return picture


def explore(dropconnect_forward: Answer, sample_keep_mask: Answer) -> widgets.VBox:
    """The same maps with a slider for p and new masks."""
    return live(
        lambda p, seed: draw(dropconnect_forward, sample_keep_mask, p, seed),
        p=slider_p(),
        seed=slider_seed(),
    )
