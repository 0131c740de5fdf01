"""How long a recurrent network remembers under three ways to throw coins."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import pair, real_array
from ...checks.failure import call
from ...figures import BLUE, GREEN, GREY, VERMILION, Picture, styled
from ..live import live, slider_p, slider_seed

Floats = NDArray[np.floating]
STEPS, CELLS, SEQUENCES, TRACES = 20, 1000, 8, 60


@styled
def draw(
    variational_rnn: Callable[..., Any],
    recurrent_dropout_step: Callable[..., Any],
    p: float = 0.25,
    seed: int = 0,
) -> Picture:
    """Draw the share of cells that still hold their signal, and what single cells hold.

    The naive way throws new coins on the memory at every step and rescales what is kept.
    """
    rng = np.random.default_rng(seed)
    naive = _naive(p, rng)
    new_only = _new_only(recurrent_dropout_step, p, rng)
    locked = _locked(variational_rnn, p, rng)
    steps = np.arange(STEPS + 1)

    picture = Picture(3.6)
    left, right = picture.subplots(1, 2)
    picture.subplots_adjust(left=0.07, right=0.985, top=0.9, bottom=0.14, wspace=0.17)
    alive = [
        ("Semeniuta: coins on the candidate", (new_only != 0).mean(axis=1), BLUE, "-"),
        ("Gal: one mask per sequence", locked, GREEN, "--"),
        ("naive: coins on the memory", (naive != 0).mean(axis=1), VERMILION, "-"),
    ]
    for name, share, colour, line in alive:
        left.plot(steps, share, line, color=colour, linewidth=2, label=name)
    left.plot(steps, (1 - p) ** steps, ":", color=GREY, label="$(1-p)^T$")
    left.set(
        xlim=(0, STEPS), ylim=(-0.03, 1.5), yticks=(0, 0.25, 0.5, 0.75, 1), xlabel="steps T",
        xticks=range(0, STEPS + 1, 5),
        title="share of cells that still hold the signal",
    )  # fmt: skip
    left.legend(loc="upper right")

    top = max(float(naive[:, :TRACES].max()), 10.0)
    shown = np.where(naive[:, :TRACES] > 0, naive[:, :TRACES], np.nan)
    right.plot(steps, shown, color=VERMILION, linewidth=0.8, alpha=0.35)
    ends = [(int(np.count_nonzero(cell)) - 1, cell) for cell in naive[:, :TRACES].T]
    dead = [(end, cell[end]) for end, cell in ends if end < STEPS]
    right.plot(*(zip(*dead, strict=True) if dead else ([], [])), "x", color=VERMILION, markersize=5)
    mean = np.where(naive.mean(axis=1) > 0, naive.mean(axis=1), np.nan)
    right.plot(steps, mean, color=GREY, linewidth=2, label=f"naive: mean of {CELLS:,} cells")
    right.plot([], [], "-x", color=VERMILION, linewidth=0.8, label=f"naive: {TRACES} cells, × lost")
    right.plot(steps, new_only[:, 0], color=BLUE, linewidth=2, label="Semeniuta: one cell")
    right.set(
        yscale="log", xlim=(0, STEPS), ylim=(0.2, top**1.75), xlabel="steps T",
        xticks=range(0, STEPS + 1, 5),
        title=f"what a cell holds of its 1, p = {p:g}",
    )  # fmt: skip
    right.legend(loc="upper left")
    told = ", ".join(f"{name} {share[-1]:.1%}" for name, share, *_ in alive)
    picture.alt = (
        f"Memory under dropout with p = {p:g}. After {STEPS} steps the signal is still held by: "
        f"{told}. With naive coins the mean of {CELLS} cells is then {naive[-1].mean():.2f}, the "
        f"largest cell holds {naive[-1].max():.3g}."
    )
    return picture


def _naive(p: float, rng: np.random.Generator) -> Floats:
    """What cells (STEPS + 1, CELLS) hold that start with 1 and meet new coins at every step."""
    factors = (rng.random((STEPS, CELLS)) >= p) / (1 - p)
    return np.vstack([np.ones((1, CELLS)), factors.cumprod(axis=0)])


def _new_only(step: Callable[..., Any], p: float, rng: np.random.Generator) -> Floats:
    """The same with the learner's LSTM step, f = 1 and nothing to write."""
    one, none = np.ones((1, CELLS)), np.zeros((1, CELLS))
    held = [one]
    for _ in range(STEPS):
        value = call(step, none, one, one, one / 2, held[-1].copy(), p, True, rng)
        held.append(pair(value, one.shape, "recurrent_dropout_step", "output h", "memory c")[1])
    return np.concatenate(held)


def _locked(rnn: Callable[..., Any], p: float, rng: np.random.Generator) -> Floats:
    """The share of units that still hold an impulse of the learner's RNN, for 0 to STEPS steps."""
    units = CELLS // SEQUENCES
    x = np.zeros((SEQUENCES, STEPS + 1, units))
    x[:, 0] = 1.0
    value = call(rnn, x, np.eye(units), np.eye(units), np.zeros(units), p, True, rng)
    h = real_array(value[0] if isinstance(value, tuple | list) else value, x.shape, "h")
    heard = h[:, 0] != 0
    alive: Floats = (h != 0)[heard.nonzero()[0], :, heard.nonzero()[1]].mean(axis=0)
    return alive


def explore(
    variational_rnn: Callable[..., Any], recurrent_dropout_step: Callable[..., Any]
) -> widgets.VBox:
    """The same picture with a slider for p and new coins."""
    return live(
        lambda p, seed: draw(variational_rnn, recurrent_dropout_step, p, seed),
        p=slider_p(0.25),
        seed=slider_seed(),
    )
