"""Mean and spread of activations over many SELU layers: no, plain and alpha dropout."""

from collections.abc import Callable
from functools import cache
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import pair
from ...checks.failure import call
from ...figures import BLUE, GREEN, GREY, VERMILION, Picture, styled
from ..live import live, slider_p, slider_seed

Answer = Callable[..., Any]
LAYERS, EXAMPLES, UNITS = 20, 200, 200
SCALE, ALPHA = 1.0507009873554805, 1.6732632423543772


@cache
def _network() -> tuple[NDArray[np.floating], list[NDArray[np.floating]]]:
    """Normal inputs, and weights of variance 1/n as SELU wants them (LeCun et al. 1998)."""
    rng = np.random.default_rng(0)
    weights: list[NDArray[np.floating]] = [
        rng.normal(0.0, UNITS**-0.5, (UNITS, UNITS)) for _ in range(LAYERS)
    ]
    return rng.normal(size=(EXAMPLES, UNITS)), weights


def _selu(z: NDArray[np.floating]) -> NDArray[np.floating]:
    return SCALE * np.where(z > 0, z, ALPHA * np.expm1(np.minimum(z, 0.0)))


@styled
def draw(alpha_dropout: Answer, dropout_forward: Answer, p: float = 0.1, seed: int = 0) -> Picture:
    """Draw mean and standard deviation after each of 20 layers, with three kinds of dropout."""
    x, weights = _network()

    def through(answer: Answer | None, function: str) -> NDArray[np.floating]:
        rng, h = np.random.default_rng(seed), x
        moments = [(h.mean(), h.std())]
        for w in weights:
            h = _selu(h @ w)
            if answer is not None:
                h = pair(call(answer, h, p, True, rng), h.shape, function, "output", "other")[0]
            moments.append((h.mean(), h.std()))
        return np.array(moments)

    picture = Picture(3.4)
    axes = picture.subplots(1, 2)
    picture.subplots_adjust(left=0.075, right=0.985, top=0.89, bottom=0.155, wspace=0.17)
    told = []
    for answer, function, name, colour, marker in (
        (None, "", "no dropout", GREEN, "o"),
        (dropout_forward, "dropout_forward", "plain dropout", BLUE, "s"),
        (alpha_dropout, "alpha_dropout", "alpha dropout", VERMILION, "^"),
    ):
        moments = through(answer, function)
        for place in (0, 1):
            axes[place].plot(moments[:, place], color=colour, marker=marker, markersize=4,
                             linewidth=1.4, label=name)  # fmt: skip
        told.append(f"{name} mean {moments[-1, 0]:.2f}, spread {moments[-1, 1]:.2f}")
    for place, (words, wanted) in enumerate((("mean", 0), ("standard deviation", 1))):
        axes[place].axhline(wanted, color=GREY, linewidth=1, linestyle=":")
        axes[place].set(xlabel="layer", xticks=range(0, LAYERS + 1, 5), title=f"{words}, p = {p:g}")
        low, high = axes[place].get_ylim()
        low, high = min(low, wanted - 0.25), max(high, wanted + 0.25)
        axes[place].set_ylim(low, high + 0.28 * (high - low) * (place == 0))
    axes[0].legend(loc="upper left", ncols=3, columnspacing=1.0, handlelength=1.5)
    picture.alt = (
        f"Mean and standard deviation of the activations over {LAYERS} SELU layers at p = {p:g}. "
        f"After the last: {'; '.join(told)}. SELU wants mean 0 and standard deviation 1."
    )
    return picture


def explore(alpha_dropout: Answer, dropout_forward: Answer) -> widgets.VBox:
    """The same lines with a slider for p and new masks."""
    return live(
        lambda p, seed: draw(alpha_dropout, dropout_forward, p, seed),
        p=slider_p(0.1),
        seed=slider_seed(),
    )
