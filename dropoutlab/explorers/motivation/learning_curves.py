"""Accuracy on wrong training labels and on test digits while networks train, for many seeds."""

from collections.abc import Sequence

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...figures import BLUE, GREY, VERMILION, Picture, styled
from ...pairs import LOOKS, Pair
from ..live import live


def _accuracy(pair: Pair, which: str, on_test: bool) -> NDArray[np.float64]:
    trained = pair.plain if which == "plain" else pair.dropout
    answers = trained.on_test if on_test else trained.on_train
    labels = pair.data.y_test if on_test else pair.data.y_train
    return np.asarray((answers == labels).mean(axis=1))


@styled
def draw(pairs: Sequence[Pair], n_seeds: int | None = None) -> Picture:
    """Draw the accuracies of the first `n_seeds` pairs, all of them by default, and their means."""
    shown = pairs[:n_seeds]
    clean = float(np.mean([(p.data.y_train == p.data.y_clean).mean() for p in pairs]))
    picture = Picture(3.5)
    left, right = picture.subplots(1, 2, sharey=True)
    picture.subplots_adjust(left=0.08, right=0.98, top=0.9, bottom=0.14, wspace=0.07)
    told = []
    for axes, on_test in ((left, False), (right, True)):
        for which, colour, line, name in (
            ("plain", VERMILION, "--", "without dropout"),
            ("dropout", BLUE, "-", "with dropout"),
        ):
            runs = np.array([_accuracy(pair, which, on_test) for pair in shown])
            looks = LOOKS[: runs.shape[1]]
            for run in runs:
                axes.plot(looks, run, color=colour, alpha=0.25, linewidth=0.9)
            axes.plot(looks, runs.mean(axis=0), line, color=colour, linewidth=2.2, label=name)
            told.append(
                f"{name}, {'test digits' if on_test else 'training labels'}: mean "
                f"{runs[:, -1].mean():.1%}, between {runs[:, -1].min():.1%} and "
                f"{runs[:, -1].max():.1%}"
            )
        axes.set(xlabel="epoch", xlim=(0, LOOKS[-1]), ylim=(0.35, 1.01))
    left.axhline(clean, color=GREY, linewidth=1.2, linestyle=":")
    left.text(
        LOOKS[-1], clean - 0.012, f"every true class found: {clean:.0%}",
        ha="right", va="top", color=GREY, fontsize=9,
    )  # fmt: skip
    left.set(title="on the training labels, some wrong", ylabel="accuracy")
    right.set(title="on test digits, all labels right")
    right.legend(loc="lower right")
    left.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    picture.alt = f"Accuracy by epoch for {len(shown)} seeds. At the end, " + "; ".join(told) + "."
    return picture


def explore(pairs: Sequence[Pair]) -> widgets.VBox:
    """The same curves with a slider for the number of seeds."""
    return live(
        lambda n_seeds: draw(pairs, n_seeds),
        n_seeds=widgets.IntSlider(
            value=1, min=1, max=len(pairs), description="seeds", continuous_update=False
        ),
    )
