"""Which inputs a recurrent network sees, step by step: one mask per sequence or one per step."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.colors import ListedColormap
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import call
from ...figures import BLUE, LIGHT, Picture, styled
from ..live import live, slider_p, slider_seed

SEQUENCES, STEPS, UNITS = 2, 20, 40


@styled
def draw(variational_rnn: Callable[..., Any], p: float = 0.4, seed: int = 0) -> Picture:
    """Draw which inputs reach the hidden state, for two sequences of twenty steps.

    On the left the learner's function reads whole sequences, on the right it is called once for
    each step.
    """
    rng = np.random.default_rng(seed)
    once = _seen(variational_rnn, STEPS, p, rng)
    anew = np.concatenate([_seen(variational_rnn, 1, p, rng) for _ in range(STEPS)], axis=1)

    picture = Picture(4.0)
    all_axes = picture.subplots(2, 2, sharex=True, sharey=True)
    picture.subplots_adjust(left=0.1, right=0.985, top=0.93, bottom=0.165, wspace=0.06, hspace=0.14)
    colours = ListedColormap([LIGHT, BLUE])
    for column, (seen, title) in enumerate(
        ((once, "one call for all steps"), (anew, "a new call at every step"))
    ):
        for row, axes in enumerate(all_axes[:, column]):
            axes.pcolormesh(
                np.arange(UNITS + 1) - 0.5, np.arange(STEPS + 1) + 0.5, seen[row],
                cmap=colours, vmin=0, vmax=1, edgecolors="white", linewidth=0.4,
            )  # fmt: skip
            axes.spines[["left", "bottom"]].set_visible(False)
            axes.tick_params(length=0)
        all_axes[0, column].set_title(title)
        all_axes[1, column].set_xlabel("unit of the input")
    for row, axes in enumerate(all_axes[:, 0]):
        axes.set(ylabel=f"sequence {'AB'[row]}\nstep t", yticks=(1, 5, 10, 15, 20))
    all_axes[0, 0].invert_yaxis()
    picture.text(
        0.1, 0.015, f"p = {p:g}: blue inputs reach the network, grey ones are dropped", fontsize=9
    )  # fmt: skip
    kept_throughout = [int(seen.all(axis=1).sum()) for seen in (once, anew)]
    changing = [int((seen != seen[:, :1]).any(axis=1).sum()) for seen in (once, anew)]
    total = SEQUENCES * UNITS
    picture.alt = (
        f"Maps of the inputs kept at p = {p:g}, {UNITS} units over {STEPS} steps, two sequences. "
        f"With one call for all steps, {kept_throughout[0]} of {total} columns are kept throughout "
        f"and {changing[0]} change over time; with a new call at every step, {kept_throughout[1]} "
        f"are kept throughout and {changing[1]} change. {once.mean():.0%} and {anew.mean():.0%} of "
        "all entries are kept."
    )
    return picture


def _seen(
    variational_rnn: Callable[..., Any], steps: int, p: float, rng: np.random.Generator
) -> NDArray[np.bool_]:
    """Which inputs (sequences, steps, units) change a hidden state that only reads them."""
    x, nothing = np.ones((SEQUENCES, steps, UNITS)), np.zeros((UNITS, UNITS))
    value = call(variational_rnn, x, np.eye(UNITS), nothing, nothing[0], p, True, rng)
    h = value[0] if isinstance(value, tuple | list) else value
    return real_array(h, x.shape, "the array of hidden states") != 0


def explore(variational_rnn: Callable[..., Any]) -> widgets.VBox:
    """The same maps with a slider for p and new masks."""
    return live(lambda p, seed: draw(variational_rnn, p, seed), p=slider_p(0.4), seed=slider_seed())
