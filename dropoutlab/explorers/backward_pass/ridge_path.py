"""Weights of least squares under dropout: the closed form, and what stochastic descent finds."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import pair, real_array
from ...checks.failure import call
from ...data import diabetes
from ...figures import BLUE, GREEN, GREY, ORANGE, PURPLE, SKY, VERMILION, Picture, styled
from ..live import live

Answer = Callable[..., Any]
Floats = NDArray[np.floating]
PS = (0.1, 0.3, 0.5, 0.7, 0.9)
GRID = np.concatenate([np.linspace(0.0, 0.1, 21), np.linspace(0.12, 1.0, 45)])
STEPS, RATE = 6000, 0.02
COLOURS = (BLUE, ORANGE, GREEN, VERMILION, SKY, PURPLE)


class Descent(NamedTuple):
    """For each p the averaged weights (10,) of stochastic gradient descent with dropout."""

    weights: dict[float, Floats]


@cache
def _data() -> tuple[Floats, Floats, tuple[str, ...]]:
    """Diabetes with columns of variance 1 around 0, and their names."""
    data = diabetes()
    x = data.x - data.x.mean(axis=0)
    return x / x.std(axis=0), (data.y - data.y.mean()) / data.y.std(), data.names


def descend(dropout_forward: Answer, ps: tuple[float, ...] = PS, seed: int = 0) -> Descent:
    """Minimise the squared error with a fresh mask over all inputs in every step."""
    x, y, _ = _data()
    weights: dict[float, Floats] = {}
    for p in ps:
        rng = np.random.default_rng(seed)
        w, total = np.zeros(x.shape[1]), np.zeros(x.shape[1])
        rate = RATE * (1 - p)
        for step in range(STEPS):
            value = call(dropout_forward, x, p, True, rng)
            noisy, _ = pair(value, x.shape, "dropout_forward", "output", "mask")
            w -= rate * 2 * noisy.T @ (noisy @ w - y) / len(y)
            if step >= STEPS // 2:
                total += w
        weights[p] = total / (STEPS - STEPS // 2)
    return Descent(weights)


@styled
def draw(ridge_equivalent: Answer, descent: Descent, p: float = 0.5) -> Picture:
    """Draw all weights against p: lines from `ridge_equivalent`, dots from the descent."""
    x, y, names = _data()

    def weights(q: float) -> Floats:
        value = call(ridge_equivalent, x, y, q, doing=f"ridge_equivalent(X, y, p={q:g})")
        return real_array(value, (x.shape[1],), "the weights from ridge_equivalent")

    path, now = np.array([weights(float(q)) for q in GRID]), weights(p)
    error = max(float(np.abs(w - weights(q)).max()) for q, w in descent.weights.items())
    ten = [(COLOURS * 2)[n] for n in range(len(names))]

    picture = Picture(3.8)
    left, right = picture.subplots(1, 2, width_ratios=(1.5, 1))
    picture.subplots_adjust(left=0.075, right=0.985, top=0.85, bottom=0.14, wspace=0.22)
    for n, colour in enumerate(ten):
        left.plot(GRID, path[:, n], "-" if n < len(COLOURS) else "--", color=colour, linewidth=1.5)
        for q, found in descent.weights.items():
            left.plot(q, found[n], "o", color=colour, markersize=4.5)
    left.axhline(0, color=GREY, linewidth=0.6)
    left.axvline(p, color=GREY, linewidth=1.2, linestyle=":")
    left.set(
        xlim=(0, 1), xlabel="p", ylabel="weight",
        title="lines: ridge_equivalent, dots: descent with dropout\n"
        f"largest difference {error:.4f}",
    )  # fmt: skip
    places = np.arange(len(names))[::-1]
    right.barh(places, path[0], height=0.8, color="#D5DADD", label="p = 0")
    right.barh(places, now, height=0.42, color=ten, label=f"p = {p:g}")
    right.axvline(0, color=GREY, linewidth=0.6)
    lines = ["──" if n < len(COLOURS) else "╌╌" for n in range(len(names))]
    right.set_yticks(places, [f"{name} {line}" for name, line in zip(names, lines, strict=True)])
    right.tick_params(axis="y", length=0)
    right.set(xlabel="weight", title=f"grey: p = 0\ncoloured: p = {p:g}")
    picture.alt = (
        f"Ten weights of a linear regression on diabetes against p. At p = {p:g} their length is "
        f"{np.linalg.norm(now):.3f}, without dropout {np.linalg.norm(path[0]):.3f}. Averaged "
        f"descent with dropout differs from ridge_equivalent by at most {error:.4f}."
    )
    return picture


def explore(ridge_equivalent: Answer, descent: Descent) -> widgets.VBox:
    """The same picture with a slider for p."""
    slider = widgets.FloatSlider(
        value=0.5, min=0, max=0.95, step=0.05, description="p (drop)", continuous_update=False
    )
    return live(lambda p: draw(ridge_equivalent, descent, p), p=slider)
