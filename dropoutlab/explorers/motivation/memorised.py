"""What becomes of wrong training labels: repeated, seen through, or neither."""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.failure import call
from ...figures import BLUE, GREY, LIGHT, SKY, VERMILION, Picture, styled
from ...pairs import LOOKS, Pair, Trained
from ..live import live

Answer = Callable[..., Any]
NETWORKS = (("without dropout", VERMILION, "--"), ("with dropout", BLUE, "-"))


def _memorised(answer: Answer, pair: Pair, trained: Trained) -> NDArray[np.float64]:
    """The learner's fraction at each look."""
    data = pair.data
    return np.array(
        [float(call(answer, seen, data.y_train, data.y_clean)) for seen in trained.on_train]
    )


def _found(pair: Pair, trained: Trained, look: int) -> float:
    """The share of wrongly labelled examples whose true class is found."""
    wrong = pair.data.y_train != pair.data.y_clean
    return float((trained.on_train[look] == pair.data.y_clean)[wrong].mean())


@styled
def draw(
    memorized_fraction: Answer, pairs: Sequence[Pair], epoch: int = LOOKS[-1], seed: int = -1
) -> Picture:
    """Draw how much is memorised by epoch, and what is answered after `epoch` epochs.

    `seed` is the pair to draw; -1 is the mean over all of them.
    """
    shown = pairs if seed < 0 else pairs[seed : seed + 1]
    look = LOOKS.index(epoch)
    picture = Picture(3.3)
    left, right = picture.subplots(1, 2, width_ratios=(1, 1.15))
    picture.subplots_adjust(left=0.08, right=0.97, top=0.9, bottom=0.15, wspace=0.38)
    told = []
    for height, (name, colour, line) in enumerate(NETWORKS):
        trained = [pair.dropout if height else pair.plain for pair in shown]
        runs = np.array(
            [_memorised(memorized_fraction, *both) for both in zip(shown, trained, strict=True)]
        )
        looks = LOOKS[: runs.shape[1]]
        for run in runs:
            left.plot(looks, run, color=colour, alpha=0.25, linewidth=0.9)
        left.plot(looks, runs.mean(axis=0), line, color=colour, linewidth=2.2, label=name)
        repeated = float(runs[:, look].mean())
        found = float(np.mean([_found(*both, look) for both in zip(shown, trained, strict=True)]))
        other = 1 - repeated - found
        start = 0.0
        for share, fill in ((repeated, VERMILION), (found, SKY), (other, LIGHT)):
            right.barh(-height, share, left=start, color=fill, height=0.55)
            if share > 0.06:
                ink = "white" if fill == VERMILION else "#20282D"
                right.text(
                    start + share / 2, -height, f"{share:.0%}", ha="center", va="center", color=ink
                )
            start += share
        told.append(f"{name}: {repeated:.1%} repeated, {found:.1%} true class, {other:.1%} other")
    left.axvline(epoch, color=GREY, linewidth=1, linestyle=":")
    left.set(
        xlabel="epoch", ylabel="memorized_fraction", xlim=(0, LOOKS[-1]), ylim=(0, 1),
        title="wrong labels memorised",
    )  # fmt: skip
    left.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    left.legend(loc="upper left")
    for x, colour, words in (
        (0.0, VERMILION, "the wrong label"),
        (0.38, SKY, "the true class"),
        (0.73, LIGHT, "another"),
    ):
        right.text(x, 0.56, "■", color=colour, fontsize=14, va="center")
        right.text(x + 0.055, 0.55, words, fontsize=9, va="center")
    right.set(
        xlim=(0, 1.0), ylim=(-1.5, 0.75), yticks=(0, -1), xlabel="share of wrongly labelled digits",
        yticklabels=("without\ndropout", "with\ndropout"),
        title=f"answers after epoch {epoch}",
    )  # fmt: skip
    right.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    right.tick_params(axis="y", length=0)
    right.spines[["left"]].set_visible(False)
    whose = f"mean of {len(shown)} seeds" if seed < 0 else f"seed {seed}"
    picture.alt = (
        f"Answers to wrongly labelled training digits after epoch {epoch}, {whose}. "
        + "; ".join(told)
        + "."
    )
    return picture


def explore(memorized_fraction: Answer, pairs: Sequence[Pair]) -> widgets.VBox:
    """The same picture with a slider for the epoch and one for the seed (-1: the mean of all)."""
    return live(
        lambda epoch, seed: draw(memorized_fraction, pairs, epoch, seed),
        epoch=widgets.SelectionSlider(
            options=LOOKS, value=LOOKS[-1], description="epoch", continuous_update=False
        ),
        seed=widgets.IntSlider(
            value=-1, min=-1, max=len(pairs) - 1, description="seed", continuous_update=False
        ),
    )
