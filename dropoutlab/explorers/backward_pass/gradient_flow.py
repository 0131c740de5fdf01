"""Where the gradient flows in a small network, when dropout has thinned it."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import ipywidgets as widgets
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from ...checks.arrays import pair, real_array
from ...checks.failure import call
from ...figures import BLUE, GREY, ORANGE, VERMILION, Picture, styled
from ...layers import Linear, softmax_cross_entropy
from ..live import live, slider_p, slider_seed

Answer = Callable[..., Any]
ROWS, SIZES = 6, (4, 7, 6, 3)
SILENT = "#D5DADD"
WHOLE = "all"


class _Flow(NamedTuple):
    """The gradients of one row or of the batch, layer by layer."""

    kept: list[NDArray[np.bool_]]  # for each hidden layer, (units,): False where dropped
    of_units: list[NDArray[np.floating]]  # for each hidden layer, before its dropout
    of_weights: list[NDArray[np.floating]]


@cache
def _network() -> tuple[list[Linear], NDArray[np.floating], NDArray[np.int64]]:
    """Three layers with all hidden units active on a small batch, and the batch."""
    rng = np.random.default_rng(5)
    layers = [Linear(a, b, rng) for a, b in pairwise(SIZES)]
    for layer in layers[:-1]:
        layer.weights[:] = np.abs(layer.weights)  # positive inputs keep every ReLU open
    return layers, rng.uniform(0.3, 1.0, (ROWS, SIZES[0])), rng.integers(0, SIZES[-1], ROWS)


def _flow(forward: Answer, backward: Answer, p: float, row: int | str, seed: int) -> _Flow:
    layers, batch, labels = _network()
    rng = np.random.default_rng(seed)
    x, masks = batch, []
    for layer in layers[:-1]:
        h = layer.forward(x)
        x, mask = pair(call(forward, h, p, True, rng), h.shape, "dropout_forward", "output", "mask")
        masks.append(mask)
    _, upstream = softmax_cross_entropy(layers[-1].forward(x), labels)
    rows = slice(None) if row == WHOLE else slice(int(row) - 1, int(row))
    alone = np.zeros_like(upstream)
    alone[rows] = upstream[rows]
    of_units: list[NDArray[np.floating]] = []
    upstream = alone
    for layer, mask in zip(layers[:0:-1], masks[::-1], strict=True):
        dy = layer.backward(upstream)
        value = call(backward, dy, mask, doing="dropout_backward(dy, mask)")
        upstream = real_array(value, dy.shape, "the gradient from dropout_backward")
        of_units.insert(0, upstream[rows].sum(axis=0))
    layers[0].backward(upstream)
    of_weights = [np.asarray(layer.weights_gradient) for layer in layers]
    return _Flow([(mask[rows] != 0).any(axis=0) for mask in masks], of_units, of_weights)


@styled
def draw(
    dropout_forward: Answer,
    dropout_backward: Answer,
    p: float = 0.5,
    row: int | str = 1,
    seed: int = 0,
) -> Picture:
    """Draw the gradients of all weights for one row of a batch, or summed up over the batch.

    `row` is a number from 1 to 6, or "all".
    """
    flow = _flow(dropout_forward, dropout_backward, p, row, seed)
    picture = Picture(3.9)
    axes = picture.add_axes((0.01, 0.02, 0.98, 0.87))
    axes.set(xlim=(-0.35, 3.35), ylim=(-1.15, 1.12))
    axes.set_axis_off()
    places: list[NDArray[np.floating]] = [np.linspace(0.85, -0.85, size) for size in SIZES]
    silent = _edges(axes, flow.of_weights, places)
    _units(axes, flow, places)
    for column, name in enumerate(
        ("input", "hidden, then dropout", "hidden, then dropout", "logits")
    ):
        axes.text(column, -1.12, name, ha="center", fontsize=9, color=GREY)
    total = sum(g.size for g in flow.of_weights)
    whose = "the whole batch" if row == WHOLE else f"row {row}"
    axes.set_title(
        f"p = {p:g}, {whose}: {total - silent} of {total} weights get a gradient "
        "(blue: positive, orange: negative)"
    )
    dropped = [int((~kept).sum()) for kept in flow.kept]
    leaks = [
        int(((g != 0) & ~kept).sum()) for g, kept in zip(flow.of_units, flow.kept, strict=True)
    ]
    picture.alt = (
        f"A network of 4, 7, 6 and 3 units at p = {p:g}, gradients of {whose}: "
        f"{dropped[0]} and {dropped[1]} hidden units are dropped, of which {sum(leaks)} still get "
        f"a gradient; {silent} of {total} weights have none."
    )
    return picture


def _edges(
    axes: Axes, gradients: list[NDArray[np.floating]], places: list[NDArray[np.floating]]
) -> int:
    """Draw every weight, as wide as its gradient; return how many have none."""
    silent = 0
    for column, gradient in enumerate(gradients):
        largest = max(float(np.abs(gradient).max()), 1e-12)
        for (i, j), g in np.ndenumerate(gradient):
            silent += g == 0
            axes.plot(
                (column, column + 1), (places[column][i], places[column + 1][j]),
                color=SILENT if g == 0 else BLUE if g > 0 else ORANGE,
                linewidth=0.8 if g == 0 else 0.6 + 4 * abs(g) / largest,
                zorder=1 if g == 0 else 2,
                solid_capstyle="butt",
            )  # fmt: skip
    return int(silent)


def _units(axes: Axes, flow: _Flow, places: list[NDArray[np.floating]]) -> None:
    for column, heights in enumerate(places):
        hidden = 0 < column < len(places) - 1
        kept = flow.kept[column - 1] if hidden else np.ones(len(heights), dtype=bool)
        axes.plot(
            np.full(int(kept.sum()), column), heights[kept], "o", markersize=15, zorder=3,
            markerfacecolor="white", markeredgecolor=GREY, markeredgewidth=1.5,
        )  # fmt: skip
        axes.plot(
            np.full(int((~kept).sum()), column), heights[~kept], "o", markersize=15, zorder=3,
            markerfacecolor="white", markeredgecolor=SILENT, markeredgewidth=1.5,
        )  # fmt: skip
        axes.plot(
            np.full(int((~kept).sum()), column), heights[~kept], "x", markersize=9, zorder=4,
            color=VERMILION, markeredgewidth=1.8,
        )  # fmt: skip


def explore(dropout_forward: Answer, dropout_backward: Answer) -> widgets.VBox:
    """The same network with a slider for p, a row of the batch or all of it, and new masks."""
    return live(
        lambda p, row, seed: draw(dropout_forward, dropout_backward, p, row, seed),
        p=slider_p(),
        row=widgets.Dropdown(options=[*range(1, ROWS + 1), WHOLE], value=1, description="row"),
        seed=slider_seed(),
    )
