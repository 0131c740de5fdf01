"""What a unit of the next layer receives, in training and at inference, under three scalings."""

from collections.abc import Callable
from functools import cache
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import pair, real_array
from ...checks.failure import call
from ...data import digits
from ...figures import BLUE, VERMILION, Picture, styled
from ...layers import Linear, relu
from ..live import live, slider_p, slider_seed

Answer = Callable[..., Any]
EXAMPLES, UNITS = 1000, 128


@cache
def _hidden_layer() -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Activations (1000, 128) of random ReLU units on digits; a next unit's weights (128,)."""
    rng = np.random.default_rng(0)
    x = digits(rng, n_train=EXAMPLES).x_train
    h = relu(Linear(64, UNITS, rng).forward(x))
    next_layer = Linear(UNITS, 64, rng)
    unit = next_layer.forward(h).mean(axis=0).argmax()  # a unit whose mean is far from zero
    return h, next_layer.weights[:, unit]


@styled
def draw(
    sample_keep_mask: Answer,
    vanilla_dropout: Answer,
    dropout_forward: Answer | None = None,
    p: float = 0.5,
    seed: int = 0,
) -> Picture:
    """Draw the pre-activation of one unit that reads 128 dropped-out ones, for 1,000 digits.

    One panel for each way to scale: not at all, at inference (vanilla), in training (inverted).
    The last one is left out while `dropout_forward` is None.
    """
    h, w = _hidden_layer()
    rng = np.random.default_rng(seed)

    def plain(training: bool) -> Any:
        if not training:
            return h
        keep = call(sample_keep_mask, h.shape, p, rng)
        return h * (real_array(keep, h.shape, "your mask") != 0)

    def vanilla(training: bool) -> Any:
        return real_array(
            call(vanilla_dropout, h, p, training, rng), h.shape, "the output of vanilla_dropout"
        )

    def inverted(training: bool) -> Any:
        value = call(dropout_forward or vanilla_dropout, h, p, training, rng)
        return pair(value, h.shape, "dropout_forward", "output", "mask")[0]

    panels = [("no scaling", plain), ("vanilla: × (1 − p) at inference", vanilla)]
    if dropout_forward is not None:
        panels.append(("inverted: × 1/(1 − p) in training", inverted))

    picture = Picture(3.3)
    all_axes = picture.subplots(1, len(panels), sharex=True, sharey=True, squeeze=False)[0]
    picture.subplots_adjust(left=0.075, right=0.985, top=0.91, bottom=0.16, wspace=0.06)
    told = []
    pairs = [(name, output(True) @ w, output(False) @ w) for name, output in panels]
    low = min(min(train.min(), test.min()) for _, train, test in pairs)
    high = max(max(train.max(), test.max()) for _, train, test in pairs)
    bins = np.linspace(low, high, 45)
    for axes, (name, train, test) in zip(all_axes, pairs, strict=True):
        for z, mode, colour, line, height in (
            (test, "inference", BLUE, "-", 0.90),
            (train, "training", VERMILION, "--", 0.97),
        ):
            counts = np.histogram(z, bins)[0]
            filled = mode == "inference"
            axes.stairs(
                counts, bins, fill=filled, color=colour, alpha=0.5 if filled else 1, linewidth=1.5
            )
            axes.axvline(z.mean(), ymax=0.85, color=colour, linestyle=line, linewidth=1.6)
            axes.text(
                0.99, height, f"{mode}: mean {z.mean():.2f}, spread {z.std():.2f}",
                transform=axes.transAxes, ha="right", va="top", fontsize=8.5, color=colour,
            )  # fmt: skip
        axes.set(title=name, xlabel="pre-activation of one next unit")
        told.append(
            f"{name}: mean {train.mean():.2f} in training and {test.mean():.2f} at inference, "
            f"standard deviation {train.std():.2f} and {test.std():.2f}"
        )
    all_axes[0].set_ylabel(f"digits, of {EXAMPLES:,}")
    all_axes[0].set_ylim(0, all_axes[0].get_ylim()[1] * 1.15)
    picture.alt = f"Histograms of a pre-activation at p = {p:g}. " + ". ".join(told) + "."
    return picture


def explore(
    sample_keep_mask: Answer, vanilla_dropout: Answer, dropout_forward: Answer | None = None
) -> widgets.VBox:
    """The same histograms with a slider for p and new masks."""
    return live(
        lambda p, seed: draw(sample_keep_mask, vanilla_dropout, dropout_forward, p, seed),
        p=slider_p(),
        seed=slider_seed(),
    )
