"""How much dropout gains with little, enough and plenty of training data."""

from collections.abc import Mapping, Sequence

import ipywidgets as widgets
import numpy as np

from ...figures import BLUE, GREEN, GREY, VERMILION, Picture, styled
from ..live import live, toggle

# For each number of training examples: test accuracies without dropout and with it, by seed.
Results = Mapping[int, tuple[Sequence[float], Sequence[float]]]


@styled
def draw(results: Results, show: str = "both") -> Picture:
    """Draw accuracies without and with dropout against n, and the gain, or one of the two."""
    sizes = sorted(results)
    plain, dropped = (np.array([np.mean(results[n][which]) for n in sizes]) for which in (0, 1))
    panels = ["accuracy", "gain"] if show == "both" else [show]
    picture = Picture(3.2)
    all_axes = picture.subplots(1, len(panels), squeeze=False)[0]
    picture.subplots_adjust(left=0.08, right=0.985, top=0.9, bottom=0.16, wspace=0.24)
    for axes, panel in zip(all_axes, panels, strict=True):
        if panel == "accuracy":
            for which, means, colour, marker, label in (
                (0, plain, VERMILION, "s", "no dropout"),
                (1, dropped, BLUE, "o", "dropout 0.5"),
            ):
                for n in sizes:
                    values = results[n][which]
                    axes.plot([n] * len(values), values, ".", color=colour, alpha=0.45)
                axes.plot(sizes, means, color=colour, marker=marker, label=label)
            axes.set(ylabel="test accuracy", title="means over seeds; dots are seeds")
            axes.legend(loc="lower right")
        else:
            gains = 100 * (dropped - plain)
            axes.bar(range(len(sizes)), gains, color=GREEN, width=0.6)
            for place, gain in enumerate(gains):
                axes.text(place, max(gain, 0) + 0.2, f"{gain:+.1f}", ha="center", fontsize=9)
            axes.set_xticks(range(len(sizes)), [str(n) for n in sizes])
            axes.axhline(0, color=GREY, linewidth=0.8)
            axes.set(ylabel="gain in points", title="dropout minus none")
            axes.set_ylim(min(0, gains.min() * 1.25), max(gains.max() * 1.15, 1))
        axes.set_xlabel("training examples")
        if panel == "accuracy":
            axes.set_xscale("log")
            axes.set_xticks(sizes, [str(n) for n in sizes])
            axes.minorticks_off()
            axes.grid(axis="y", color=GREY, alpha=0.15)
    picture.alt = (
        "Test accuracy without dropout and with p = 0.5: "
        + ", ".join(
            f"{a:.3f} and {b:.3f} with {n} training examples"
            for n, a, b in zip(sizes, plain, dropped, strict=True)
        )
        + f". Shown: {show}."
    )
    return picture


def explore(results: Results) -> widgets.VBox:
    """The same with a choice of what to show."""
    return live(lambda show: draw(results, show), show=toggle(["both", "accuracy", "gain"], "show"))
