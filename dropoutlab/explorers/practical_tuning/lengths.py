"""How long the weights into every unit are, before and after max-norm."""

from collections.abc import Callable
from functools import cache
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import call
from ...figures import BLUE, LIGHT, VERMILION, Picture, styled
from ...tuning import train_digits
from ..live import live


@cache
def _weights() -> NDArray[np.floating]:
    """The first layer (64, 64) of a network trained on the digits without any regulariser."""
    return train_digits(0).network.weights[0]


@styled
def draw(max_norm: Callable[..., Any], c: float = 1.5) -> Picture:
    """Draw the lengths of the 64 columns, longest first, before and after max_norm."""
    weights = _weights()
    after = real_array(call(max_norm, weights.copy(), c), weights.shape, "the result of max_norm")
    before = np.linalg.norm(weights, axis=0)
    shortened = np.linalg.norm(after, axis=0)
    order = np.argsort(-before)
    picture = Picture(3.0)
    axes = picture.subplots()
    picture.subplots_adjust(left=0.075, right=0.985, top=0.89, bottom=0.16)
    units = np.arange(len(before))
    axes.bar(units, before[order], color=LIGHT, width=0.9, label="before")
    axes.bar(units, shortened[order], color=BLUE, width=0.6, label="after your max_norm")
    axes.axhline(c, color=VERMILION, linewidth=1.5, linestyle="--", label=f"c = {c:g}")
    count = int((before > c).sum())
    axes.set(
        xlabel="hidden units, by the length of the weights into them",
        ylabel="length of a column of W",
        title=f"{count} of {len(before)} columns are longer than c",
        xlim=(-0.8, len(before) - 0.2),
    )
    axes.legend(loc="upper right", ncols=3)
    axes.set_ylim(0, max(before.max(), shortened.max(), c) * 1.18)
    picture.alt = (
        f"Lengths of the weights into {len(before)} hidden units: between {before.min():.2f} and "
        f"{before.max():.2f} before, between {shortened.min():.2f} and {shortened.max():.2f} after "
        f"max_norm with c = {c:g}; {count} columns were longer than c."
    )
    return picture


def explore(max_norm: Callable[..., Any]) -> widgets.VBox:
    """The same with a slider for c."""
    return live(
        lambda c: draw(max_norm, c),
        c=widgets.FloatSlider(
            value=1.5, min=0.25, max=4.0, step=0.25, description="c", continuous_update=False
        ),
    )
