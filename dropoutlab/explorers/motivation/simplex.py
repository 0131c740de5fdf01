"""All thinned networks of a small layer as dots in the triangle of three class probabilities."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import call
from ...figures import BLUE, GREEN, GREY, SKY, VERMILION, Picture, styled
from ...networks import softmax
from ..live import live, slider_p

Answer = Callable[..., Any]
UNITS = 6
CORNERS = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, 3**0.5 / 2]])
MARKS = (
    ("arithmetic", "arithmetic mean", "s", VERMILION, 13),
    ("geometric", "geometric mean", "o", GREEN, 17),
    ("scaling", "weight scaling", "X", "#20282D", 9),
)


def _layer(seed: int) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Activations (1, 6) of one example, weights (6, 3) and biases (3,) of the output layer."""
    rng = np.random.default_rng([31 + seed, 4])
    h = rng.uniform(0.5, 1.5, (1, UNITS))
    return h, rng.normal(0.0, 1.2, (UNITS, 3)), rng.normal(0.0, 0.3, 3)


@styled
def draw(
    enumerate_masks: Answer,
    mask_probabilities: Answer,
    ensemble_average: Answer,
    p: float = 0.3,
    seed: int = 0,
) -> Picture:
    """Draw the 64 thinned networks of one example, and the learner's three averages of them.

    The closer to a corner, the more probable that class; the larger a dot, the more probable its
    mask.
    """
    h, to_classes, biases = _layer(seed)
    masks = real_array(
        call(enumerate_masks, UNITS), (2**UNITS, UNITS), "the array of masks"
    ).astype(bool)
    weights = real_array(
        call(mask_probabilities, masks, p), (2**UNITS,), "the array of probabilities"
    ).astype(float)
    dots = softmax((h * masks) @ to_classes + biases) @ CORNERS
    averages = {
        how: real_array(
            call(ensemble_average, h.copy(), to_classes.copy(), biases.copy(), p, how),
            (1, 3),
            f'the output of ensemble_average with how="{how}"',
        )[0]
        for how, *_ in MARKS
    }

    picture = Picture(4.3)
    axes = picture.add_axes((0.01, 0.02, 0.6, 0.88))
    axes.fill(*CORNERS.T, facecolor="#F7F8F9", edgecolor=GREY, linewidth=1.2)
    axes.scatter(
        dots[:, 0], dots[:, 1], s=12 + 600 * weights**0.8, color=SKY, alpha=0.75,
        edgecolor=BLUE, linewidth=0.6, zorder=2, clip_on=False,
    )  # fmt: skip
    for number, (x, y) in enumerate(CORNERS):
        below = number < 2
        axes.text(
            x, y + (-0.035 if below else 0.045), f"class {number}", ha="center",
            va="top" if below else "bottom", color=GREY,
        )  # fmt: skip
    for how, _, marker, colour, size in MARKS:
        x, y = averages[how] @ CORNERS
        hollow = how == "geometric"
        axes.plot(
            x, y, marker, markersize=size, color="none" if hollow else colour, zorder=4,
            markeredgecolor=colour if hollow else "white", markeredgewidth=2.5 if hollow else 1,
        )  # fmt: skip
    axes.set(xlim=(-0.08, 1.08), ylim=(-0.1, 0.97), aspect="equal")
    axes.set_axis_off()

    picture.text(
        0.01, 0.955, f"p = {p:g}: one example, {len(masks)} thinned networks", fontsize=11,
        va="center",
    )  # fmt: skip
    told = []
    column = picture.add_axes((0.62, 0.0, 0.38, 1.0))
    column.set(xlim=(0, 1), ylim=(0, 1))
    column.set_axis_off()
    column.plot(0.05, 0.78, "o", color=SKY, markeredgecolor=BLUE, markersize=8)
    column.text(
        0.12, 0.78, "a thinned network;\nlarge: its mask is likely", va="center", fontsize=9.5
    )
    for line, (how, name, marker, colour, size) in enumerate(MARKS):
        hollow = how == "geometric"
        y = 0.6 - 0.16 * line
        column.plot(
            0.05, y, marker, markersize=min(size, 13), color="none" if hollow else colour,
            markeredgecolor=colour if hollow else "white", markeredgewidth=2.5 if hollow else 1,
        )  # fmt: skip
        numbers = "  ".join(f"{value:.4f}" for value in averages[how])
        column.text(0.12, y + 0.025, name, va="center", fontsize=10, fontweight="bold")
        column.text(0.12, y - 0.035, numbers, va="center", fontsize=10)
        told.append(f"{name} {numbers.replace('  ', ', ')}")
    apart = float(np.abs(averages["geometric"] - averages["scaling"]).max())
    column.text(
        0.05, 0.12,
        "geometric mean and weight scaling\ndiffer by " + (f"{apart:.0e}" if apart else "0"),
        va="center", fontsize=9.5, color=GREY,
    )  # fmt: skip
    picture.alt = (
        f"Class probabilities of {len(masks)} thinned networks at p = {p:g} as dots in a triangle. "
        + "; ".join(told)
        + "."
    )
    return picture


def explore(
    enumerate_masks: Answer, mask_probabilities: Answer, ensemble_average: Answer
) -> widgets.VBox:
    """The same triangle with a slider for p and other examples."""
    return live(
        lambda p, seed: draw(enumerate_masks, mask_probabilities, ensemble_average, p, seed),
        p=slider_p(0.3),
        seed=widgets.IntSlider(
            value=0, min=0, max=50, description="other layer", continuous_update=False
        ),
    )
