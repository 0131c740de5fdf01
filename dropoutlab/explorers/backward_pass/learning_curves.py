"""The learner's own network, trained on digits with wrong labels, with and without dropout."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import call
from ...data import Digits, digits
from ...figures import BLUE, GREEN, GREY, ORANGE, PURPLE, Picture, styled
from ..live import live

Answer = Callable[..., Any]
HIDDEN, BATCH, RATE, EPOCHS = 128, 32, 0.3, 100
STEP = 4  # the accuracies are measured after every fourth epoch
LINES = {0.0: (GREY, "-"), 0.2: (ORANGE, "--"), 0.5: (BLUE, "-"), 0.8: (PURPLE, "-.")}
WRONG, NOISE = GREEN, 0.2
MEASURES = {
    "test": "test images recognised",
    "flipped": "flipped labels repeated",
}


class Runs(NamedTuple):
    """Accuracies after every fourth epoch: for each p an array (seeds, times) of shares."""

    epochs: NDArray[np.int64]
    test: dict[float, NDArray[np.floating]]  # of the test images, by their true labels
    flipped: dict[float, NDArray[np.floating]]  # of the flipped training labels, repeated


_KEPT: dict[tuple[Any, ...], Runs] = {}


def train(
    MLP: Answer,
    ps: Sequence[float] = (0.0, 0.2, 0.5, 0.8),
    seeds: int = 3,
    epochs: int = EPOCHS,
    say: Callable[[str], None] = print,
) -> Runs:
    """Train the learner's network for every p and seed, 500 digits with 20 % wrong labels.

    The same network is not trained again: the runs are kept until another one is.
    """
    key = (MLP, tuple(ps), seeds, epochs)
    if key in _KEPT:
        return _KEPT[key]
    times = np.arange(STEP, epochs + 1, STEP)
    test: dict[float, NDArray[np.floating]] = {}
    flipped: dict[float, NDArray[np.floating]] = {}
    for p in ps:
        runs = np.array([_run(MLP, p, seed, epochs) for seed in range(seeds)])
        test[p], flipped[p] = runs[:, 0], runs[:, 1]
        say(
            f"p = {p:g}: {test[p][:, -1].mean():.1%} of the test images recognised, "
            f"{flipped[p][:, -1].mean():.1%} of the flipped labels repeated"
        )
    _KEPT.clear()
    _KEPT[key] = Runs(times, test, flipped)
    return _KEPT[key]


def _run(MLP: Answer, p: float, seed: int, epochs: int) -> list[list[float]]:
    """The two accuracies of one network over time."""
    rng = np.random.default_rng(seed)
    data = digits(rng, 500, NOISE)
    mlp = call(MLP, 64, HIDDEN, 10, p, rng, doing=f"MLP(64, {HIDDEN}, 10, p={p:g}, rng)")
    measured: list[list[float]] = [[], []]
    for epoch in range(1, epochs + 1):
        order = rng.permutation(500)
        for start in range(0, 500, BATCH):
            rows = order[start : start + BATCH]
            call(mlp.step, data.x_train[rows], data.y_train[rows], RATE, doing="mlp.step(x, y)")
        if epoch % STEP == 0:
            call(mlp.eval)
            for values, share in zip(measured, _shares(mlp, data), strict=True):
                values.append(share)
            call(mlp.train)
    return measured


def _shares(mlp: Any, data: Digits) -> tuple[float, float]:
    def says(x: NDArray[np.floating]) -> NDArray[np.int64]:
        logits = call(mlp.forward, x, doing="mlp.forward(x)")
        return real_array(logits, (len(x), 10), "the output of mlp.forward(x)").argmax(axis=1)

    wrong = data.y_train != data.y_clean
    return (
        float((says(data.x_test) == data.y_test).mean()),
        float((says(data.x_train[wrong]) == data.y_train[wrong]).mean()),
    )


@styled
def draw(runs: Runs, ps: Sequence[float] = (0.0, 0.2, 0.5, 0.8)) -> Picture:
    """Draw what `train` has measured for these p: a line for every seed, the mean on top."""
    picture = Picture(3.4)
    panels = picture.subplots(1, 2)
    picture.subplots_adjust(left=0.07, right=0.925, top=0.9, bottom=0.15, wspace=0.38)
    told = []
    for axes, (name, title) in zip(panels, MEASURES.items(), strict=True):
        ends = []
        for p in ps:
            shares: NDArray[np.floating] = getattr(runs, name)[p] * 100
            colour, line = LINES[p]
            axes.plot(runs.epochs, shares.T, color=colour, linewidth=0.6, alpha=0.4)
            axes.plot(runs.epochs, shares.mean(axis=0), line, color=colour, linewidth=2)
            ends.append((float(shares.mean(axis=0)[-1]), p, colour))
            told.append(f"p = {p:g}: {ends[-1][0]:.1f} % of {title}")
        low = 70 if name == "test" else 0
        axes.set(
            xlabel="epoch", ylabel="%", title=title, ylim=(low, 100), xlim=(0, runs.epochs[-1])
        )
        _label(axes, ends, (100 - low) / 16)
    picture.alt = (
        f"Learning curves of your network, mean of {len(next(iter(runs.test.values())))} seeds, "
        f"after {runs.epochs[-1]} epochs: {'; '.join(told)}."
    )
    return picture


def _label(axes: Any, ends: list[tuple[float, float, str]], gap: float) -> None:
    """Name each curve at its end, and move names apart that would overlap."""
    previous = -np.inf
    for end, p, colour in sorted(ends):
        previous = max(end, previous + gap, axes.get_ylim()[0] + gap / 2)
        axes.annotate(
            f"p = {p:g}", (1, previous), xycoords=("axes fraction", "data"), xytext=(4, 0),
            textcoords="offset points", va="center", fontsize=9, color=colour,
            annotation_clip=False,
        )  # fmt: skip


def explore(MLP: Answer, **how: Any) -> widgets.VBox:
    """The same curves, one p beside the network without dropout; the rest goes to `train`."""
    runs = train(MLP, **how)
    others = [f"{p:g}" for p in runs.test if p > 0]
    return live(
        lambda p: draw(runs, (0.0, float(p))),
        p=widgets.ToggleButtons(options=others, value=others[-1], description="p (drop)"),
    )
