"""Dropout among the other ways to regularise, each in its own bar, seeds as dots."""

from collections.abc import Mapping, Sequence

import ipywidgets as widgets
import numpy as np

from ...figures import BLUE, GREY, SKY, Picture, styled
from ..live import live, toggle

Results = Mapping[str, Sequence[float]]


@styled
def draw(results: Results, order: str = "by mean", share_of: str = "test") -> Picture:
    """Draw the mean accuracy of every option with its seeds; bars with dropout are darker."""
    names = list(results)
    if order == "by mean":
        names.sort(key=lambda name: np.mean(results[name]))
    means = [float(np.mean(results[name])) for name in names]
    picture = Picture(0.9 + 0.33 * len(names))
    axes = picture.subplots()
    picture.subplots_adjust(left=0.27, right=0.955, top=0.91, bottom=0.16)
    low = 0.05 * np.floor(min(min(values) for values in results.values()) / 0.05)
    for place, (name, mean) in enumerate(zip(names, means, strict=True)):
        with_dropout = "dropout" in name
        axes.barh(place, mean - low, left=low, height=0.62, color=BLUE if with_dropout else SKY)
        axes.plot(
            results[name], [place] * len(results[name]), "o", markersize=4.5,
            markerfacecolor="white", markeredgecolor="#20282D", markeredgewidth=0.9,
        )  # fmt: skip
        right = max(results[name])
        axes.text(right + 0.005, place, f"{mean:.3f}", va="center", fontsize=9)
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(axis="y", length=0, labelcolor="#20282D")
    count = min(len(values) for values in results.values())
    axes.set(
        xlim=(low, max(max(values) for values in results.values()) + 0.03),
        xlabel=f"{share_of} accuracy (the axis starts at {low:.2f})",
        title=f"mean of {count} seeds, each a dot; dark bars use dropout",
    )
    axes.grid(axis="x", color=GREY, alpha=0.15)
    picture.alt = (
        f"Mean {share_of} accuracy of {count} seeds: "
        + ", ".join(f"{name} {mean:.3f}" for name, mean in zip(names, means, strict=True))
        + "."
    )
    return picture


def explore(results: Results) -> widgets.VBox:
    """The same with a choice of the order."""
    return live(lambda order: draw(results, order), order=toggle(["by mean", "as given"], "order"))
