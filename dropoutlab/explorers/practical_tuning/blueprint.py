"""Three networks as rows of blocks, with the dropouts that the learner's function puts in."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
from matplotlib.patches import FancyBboxPatch

from ...checks.failure import CheckFailed, call
from ...figures import GREY, LIGHT, SKY, VERMILION, Picture, styled
from ..live import live

NETWORKS = {
    "a dense network": ["linear", "relu", "linear", "relu", "linear"],
    "a convolutional network with a dense head": [
        "conv", "relu", "conv", "relu", "pool", "flatten", "linear", "relu", "linear",
    ],
    "the same with batch normalisation": [
        "conv", "batchnorm", "relu", "conv", "batchnorm", "relu", "flatten", "linear", "relu",
        "linear",
    ],
}  # fmt: skip
WIDTHS = {"drop": 0.62}


@styled
def draw(
    place_dropout: Callable[..., Any], linear: float = 0.5, conv: float = 0.1, input: float = 0.2
) -> Picture:
    """Draw each network from left to right; dropouts are red, whatever the learner puts there."""
    rates = {"input": input, "linear": linear, "conv": conv}
    picture = Picture(3.5)
    axes = picture.subplots()
    picture.subplots_adjust(left=0.012, right=0.995, top=0.97, bottom=0.02)
    told = []
    for row, (name, layers) in enumerate(NETWORKS.items()):
        result = call(place_dropout, list(layers), dict(rates))
        if not isinstance(result, list | tuple):
            raise CheckFailed("place_dropout does not return a list.")
        y, left = -1.2 * row, 0.0
        axes.text(0, y + 0.47, name, fontsize=9.5, va="bottom")
        words = []
        for entry in result:
            dropout = not isinstance(entry, str)
            label = f"{entry[0]}\n{entry[1]:g}" if dropout else entry
            label = label.replace("spatial dropout", "spatial\ndropout")
            width = 0.92 if dropout else {"batchnorm": 1.15, "flatten": 0.8}.get(entry, 0.72)
            strong = dropout or entry in ("linear", "conv")
            axes.add_patch(
                FancyBboxPatch(
                    (left, y - 0.33), width, 0.7, boxstyle="round,pad=0,rounding_size=0.08",
                    facecolor=VERMILION if dropout else SKY if strong else LIGHT,
                    edgecolor="none", alpha=0.9 if dropout else 1,
                )
            )  # fmt: skip
            axes.text(
                left + width / 2, y + 0.02, label, ha="center", va="center", fontsize=8,
                color="white" if dropout else "#20282D", linespacing=0.95,
            )  # fmt: skip
            left += width + 0.1
            words.append(f"{entry[0]} {entry[1]:g}" if dropout else entry)
        axes.annotate(
            "", (left + 0.25, y), (left - 0.05, y),
            arrowprops={"arrowstyle": "->", "color": GREY},
        )  # fmt: skip
        told.append(f"{name}: {', '.join(words)}")
    axes.set(xlim=(-0.05, 13.3), ylim=(-2.85, 0.85))
    axes.set_axis_off()
    picture.alt = "Networks with dropout placed in them. " + ". ".join(told) + "."
    return picture


def explore(place_dropout: Callable[..., Any]) -> widgets.VBox:
    """The same with a slider for the rate of every kind of layer."""
    sliders = {
        name: widgets.FloatSlider(
            value=value, min=0.0, max=0.9, step=0.1, description=name, continuous_update=False
        )
        for name, value in (("input", 0.2), ("conv", 0.1), ("linear", 0.5))
    }
    return live(lambda **rates: draw(place_dropout, **rates), **sliders)
