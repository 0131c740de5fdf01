"""The learner's gradient against the numerical one, with the coins frozen and with fresh coins."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np

from ...checks.arrays import probe, real_array
from ...checks.failure import call
from ...figures import BLUE, GREY, Picture, styled
from ..live import live, slider_p, slider_seed

Answer = Callable[..., Any]
SHAPE = (8, 10)


@styled
def draw(
    Dropout: Answer, numerical_gradient: Answer, p: float = 0.5, eps: float = 1e-5, seed: int = 0
) -> Picture:
    """Draw one dot for each of 80 entries: the numerical gradient and that of layer.backward.

    On the left every forward has the coins of one seed, on the right it goes on with the same
    generator, so that no two forwards have the same mask.
    """
    inputs = np.random.default_rng(seed + 1000)
    x, dy = probe(inputs, SHAPE), probe(inputs, SHAPE)

    def frozen(z: Any) -> Any:
        return call(call(Dropout, p, np.random.default_rng(seed)).forward, z)

    layer = call(Dropout, p, np.random.default_rng(seed))
    call(layer.forward, x.copy())
    value = call(layer.backward, dy.copy(), doing="layer.backward(dy)")
    analytic = real_array(value, SHAPE, "the result of layer.backward")
    fresh = call(Dropout, p, np.random.default_rng(seed))

    picture = Picture(3.6)
    panels = picture.subplots(1, 2)
    picture.subplots_adjust(left=0.085, right=0.985, top=0.84, bottom=0.15, wspace=0.25)
    told = []
    for axes, f, name in (
        (panels[0], frozen, "the same coins in every forward"),
        (panels[1], fresh.forward, "fresh coins in every forward"),
    ):
        found = call(numerical_gradient, f, x.copy(), dy, eps)
        numerical = real_array(found, SHAPE, "the result of numerical_gradient")
        error = float(np.abs(numerical - analytic).max())
        reach = float(np.abs(analytic).max()) * 1.15 or 1.0
        axes.plot((-reach, reach), (-reach, reach), color=GREY, linewidth=1)
        axes.plot(analytic, numerical, "o", color=BLUE, alpha=0.55, markersize=6, markeredgewidth=0)
        axes.yaxis.set_major_formatter(lambda tick, _: f"{tick:.2g}")
        axes.set(xlabel="layer.backward(dy)", title=f"{name}\nlargest difference {error:.1e}")
        told.append(f"with {name} the largest difference is {error:.1e}")
    panels[0].set_ylabel("numerical gradient")
    picture.alt = (
        f"Numerical gradient against that of layer.backward for {x.size} entries at p = {p:g}, "
        f"eps = {eps:g}: {'; '.join(told)}."
    )
    return picture


def explore(Dropout: Answer, numerical_gradient: Answer) -> widgets.VBox:
    """The same dots with sliders for p and eps, and new masks."""
    return live(
        lambda p, power, seed: draw(Dropout, numerical_gradient, p, 10.0**power, seed),
        p=slider_p(),
        power=widgets.IntSlider(
            value=-5, min=-15, max=-1, description="log₁₀ eps", continuous_update=False
        ),
        seed=slider_seed(),
    )
