"""Six training runs on the digits, five of them broken, and what the learner says of them."""

from collections.abc import Callable
from functools import cache
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.failure import call
from ...checks.practical_tuning.runs import EVAL, HEALTHY, SCALE, SHORT, SWAPPED, TRAIN
from ...figures import BLUE, GREY, ORANGE, VERMILION, Picture, styled
from ...networks import Network, fit
from ...tuning import SIZES, split
from ..live import live

RUNS = {  # the rate that was asked for, the rate that was used, the epochs, the learning rate
    "A": (0.5, 0.5, 50, 0.1),
    "B": (0.4, 0.4, 50, 0.1),
    "C": (0.2, 0.8, 50, 0.1),
    "D": (0.5, 0.5, 50, 0.1),
    "E": (0.5, 0.5, 15, 0.01),
    "F": (0.5, 0.5, 50, 0.1),
}
TRUTH = {"A": HEALTHY, "B": TRAIN, "C": SWAPPED, "D": EVAL, "E": SHORT, "F": SCALE}

CURVES = (
    ("train", VERMILION, "--", "training"),
    ("validation", BLUE, "-", "validation"),
    ("dropped", ORANGE, ":", "share dropped"),
)


def _factors(rng: np.random.Generator, n: int, p: float) -> list[NDArray[np.float64] | None]:
    noise = [(rng.random((n, size)) >= p) / (1 - p) for size in SIZES[1:-1]]
    return [None, *noise]


@cache
def record(name: str) -> dict[str, Any]:
    """Train one of the six and log it, in the form that `diagnose` gets."""
    asked, used, epochs, rate = RUNS[name]
    fault, data, rng = TRUTH[name], split(3), np.random.default_rng(4)
    network = Network(SIZES, rng)
    x, y = data.x_validation, data.y_validation
    logs: dict[str, list[float]] = {"dropped": [], "train": [], "validation": []}
    # What the faulty evaluation multiplies the hidden layers by.
    shrunk = [None, *(np.full((1, 1), 1 - used) for _ in SIZES[1:-1])]

    def evaluate(x: NDArray[np.float64]) -> NDArray[np.int64]:
        if fault == EVAL:
            return network.logits(x, _factors(rng, len(x), used)).argmax(axis=1)
        return network.logits(x, shrunk if fault == SCALE else ()).argmax(axis=1)

    def after(_: int) -> None:
        # Masks of a step of the same epoch, which `fit` draws for itself, drop as many.
        p = 0.0 if fault == TRAIN and logs["dropped"] else used
        logs["dropped"].append(float((rng.random((500, sum(SIZES[1:-1]))) < p).mean()))
        logs["train"].append(float((evaluate(data.x_train) == data.y_train).mean()))
        logs["validation"].append(float((evaluate(x) == y).mean()))

    options: dict[str, Any] = {"learning_rate": rate, "after_epoch": after}
    first = 1 if fault == TRAIN else epochs
    fit(network, data.x_train, data.y_train, rng, p=used, epochs=first, **options)
    fit(network, data.x_train, data.y_train, rng, p=0.0, epochs=epochs - first, **options)
    hidden = network.activations(x)[1]
    at_inference = hidden * (1 - used) if fault == SCALE else hidden
    in_training = hidden * (rng.random(hidden.shape) >= used) / (1 - used)
    return {
        "p": asked,
        **{key: np.array(values) for key, values in logs.items()},
        "repeat": float((evaluate(x) == evaluate(x)).mean()),
        "scale": float(at_inference.mean() / in_training.mean()),
    }


@styled
def draw(diagnose: Callable[..., Any], only: str = "all") -> Picture:
    """Draw the curves and readings of all runs or one, with the learner's diagnosis above."""
    names = list(RUNS) if only == "all" else [only]
    rows = 2 if only == "all" else 1
    picture = Picture(5.6 if only == "all" else 3.4)
    grid = picture.subplots(rows, len(names) // rows, squeeze=False)
    picture.subplots_adjust(
        left=0.07, right=0.985, top=0.93, bottom=0.09 if rows > 1 else 0.15, wspace=0.2, hspace=0.38
    )
    told = []
    for axes, name in zip(grid.flat, names, strict=True):
        run = record(name)
        given = {k: v.copy() if isinstance(v, np.ndarray) else v for k, v in run.items()}
        verdict = str(call(diagnose, given))[:40]
        epochs = np.arange(1, len(run["train"]) + 1)
        small = {"marker": "o", "markersize": 3.5} if len(epochs) < 20 else {}
        for key, colour, line, label in CURVES:
            axes.plot(epochs, run[key], color=colour, linestyle=line, label=label, **small)
        axes.set(ylim=(0, 1.02), title=f"{name}: {verdict}")
        axes.text(
            0.97, 0.04, f"p = {run['p']:g}, scale {run['scale']:.2f}, repeat {run['repeat']:.2f}",
            transform=axes.transAxes, ha="right", fontsize=8.5, color="#20282D",
            bbox={"facecolor": "white", "alpha": 0.8, "edgecolor": "none", "pad": 1.5},
        )  # fmt: skip
        axes.grid(axis="y", color=GREY, alpha=0.15)
        told.append(
            f"{name}, p = {run['p']:g}: share dropped {run['dropped'][0]:.2f} at first and "
            f"{run['dropped'][-1]:.2f} in the end, scale {run['scale']:.2f}, repeat "
            f"{run['repeat']:.2f}, validation {run['validation'][0]:.2f} to "
            f"{run['validation'][-1]:.2f}; you say {verdict}"
        )
    for axes in grid[-1]:
        axes.set_xlabel("epoch")
    for axes in grid[:, 0]:
        axes.set_ylabel("accuracy, or share dropped")
    grid[0][0].legend(loc="center right", fontsize=8, bbox_to_anchor=(1.0, 0.3))
    picture.alt = "Training runs. " + ". ".join(told) + "."
    return picture


def explore(diagnose: Callable[..., Any]) -> widgets.VBox:
    """The same, with a menu to see one run large."""
    menu = widgets.Dropdown(options=["all", *RUNS], value="A", description="run")
    return live(lambda only: draw(diagnose, only), only=menu)
