"""How much the gradient of one batch changes from mask to mask, measured."""

from collections.abc import Callable
from functools import cache
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import pair, real_array
from ...checks.failure import call
from ...data import digits
from ...figures import BLUE, GREY, VERMILION, Picture, styled
from ...layers import Linear, relu, softmax_cross_entropy
from ..live import live, slider_seed

Answer = Callable[..., Any]
Floats = NDArray[np.floating]
N, HIDDEN, MASKS, BATCHES = 64, 128, 25, 60
PS = (0.1, 0.3, 0.5, 0.7, 0.9)
CURVES = {
    "one mask for each example": ((N, HIDDEN), BLUE, "o-"),
    "one mask for the whole batch": ((1, HIDDEN), VERMILION, "s--"),
}


@cache
def _network() -> tuple[Linear, Linear, Floats, NDArray[np.int64]]:
    rng = np.random.default_rng(0)
    data = digits(rng, 500)
    return Linear(64, HIDDEN, rng), Linear(HIDDEN, 10, rng), data.x_train, data.y_train


def _gradient(x: Floats, y: NDArray[np.int64], mask: Floats, backward: Answer) -> Floats:
    """The gradient of the first layer's weights for a batch under this mask."""
    first, second, _, _ = _network()
    h = relu(first.forward(x))
    _, upstream = softmax_cross_entropy(second.forward(h * mask), y)
    dy = second.backward(upstream)
    value = call(backward, dy, mask, doing="dropout_backward(dy, mask)")
    dh = real_array(value, dy.shape, "the gradient from dropout_backward")
    return x.T @ (dh * (h > 0))


def _spread(gradients: list[Floats]) -> float:
    """The root of the mean squared distance from their mean, relative to that mean's length."""
    stack = np.stack(gradients)
    mean = stack.mean(axis=0)
    away = ((stack - mean) ** 2).sum(axis=(1, 2)).mean() * len(stack) / (len(stack) - 1)
    return float(np.sqrt(away) / max(float(np.linalg.norm(mean)), 1e-12))


@cache
def _sampling_noise() -> float:
    """The same spread without dropout, over batches of other examples."""
    _, _, x, y = _network()
    rng = np.random.default_rng(1)
    rows = [rng.choice(len(x), N, replace=False) for _ in range(BATCHES)]
    ones = np.ones((N, HIDDEN))
    return _spread([_gradient(x[r], y[r], ones, lambda dy, mask: dy) for r in rows])


@styled
def draw(
    dropout_forward: Answer, dropout_backward: Answer, n_examples: int = N, seed: int = 0
) -> Picture:
    """Draw the spread of a batch's gradient over 25 masks against p, for two kinds of mask."""
    _, _, x, y = _network()
    x, y = x[:n_examples], y[:n_examples]
    rng = np.random.default_rng(seed)
    picture = Picture(3.4)
    axes = picture.subplots()
    picture.subplots_adjust(left=0.09, right=0.985, top=0.91, bottom=0.15)
    told = []
    for name, ((rows, units), colour, line) in CURVES.items():
        spreads = []
        shape = (n_examples if rows == N else 1, units)
        for p in PS:
            gradients = []
            for _ in range(MASKS):
                value = call(dropout_forward, np.ones(shape), p, True, rng)
                mask = pair(value, shape, "dropout_forward", "output", "mask")[1]
                full = np.broadcast_to(mask, (n_examples, HIDDEN)).copy()
                gradients.append(_gradient(x, y, full, dropout_backward))
            spreads.append(_spread(gradients))
        axes.plot(PS, spreads, line, color=colour, linewidth=1.8, label=name)
        told.append(f"{name} {', '.join(f'{s:.2f}' for s in spreads)}")
    noise = _sampling_noise()
    axes.axhline(noise, color=GREY, linewidth=1.2, linestyle=":")
    axes.text(
        0.94, 0.97 * noise, f"no dropout, other batches of {N}: {noise:.2f}",
        ha="right", va="top", fontsize=9,
    )  # fmt: skip
    axes.set(
        xlim=(0.05, 0.95), xticks=PS, xlabel="p", ylabel="spread / length of the mean",
        title=f"Noise in the gradient of W₁ for one batch of {n_examples}, {MASKS} masks each",
    )  # fmt: skip
    axes.set_ylim(bottom=0)
    axes.legend(loc="upper left")
    picture.alt = (
        f"Spread of the gradient of one batch of {n_examples} examples over {MASKS} masks, "
        f"relative to its mean, for p = {', '.join(f'{p:g}' for p in PS)}: {'; '.join(told)}. "
        f"Without dropout, from batch to batch of {N}: {noise:.2f}."
    )
    return picture


def explore(dropout_forward: Answer, dropout_backward: Answer) -> widgets.VBox:
    """The same curves for batches of another size, and with new masks."""
    return live(
        lambda n_examples, seed: draw(dropout_forward, dropout_backward, n_examples, seed),
        n_examples=widgets.SelectionSlider(
            value=N, options=[1, 4, 16, N], description="batch size", continuous_update=False
        ),
        seed=slider_seed(),
    )
