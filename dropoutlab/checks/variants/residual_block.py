"""A residual block to try `stochastic_depth` on, and the slips that its output gives away."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import real_array
from ..failure import CheckFailed, call
from .suspects import name_of

Answer = Callable[..., Any]
Floats = NDArray[np.floating]
SECTION = "Stochastic depth: drop whole blocks"


def branch(x: Floats) -> Floats:
    """A branch that is never zero and no multiple of x."""
    return np.cos(2 * x) + 1.5 + 0.1 * x


def run_block(
    answer: Answer,
    x: Floats,
    p: float,
    form: str,
    training: bool,
    rng: np.random.Generator,
    f: Callable[[Floats], Floats] = branch,
    watch: bool = False,
) -> Floats:
    """The output of the learner's block, as an array of the shape of x."""
    doing = f'stochastic_depth(x, f, p={p:g}, form="{form}", training={training}, rng)'
    # Only `keeps_the_conventions` asks whether x was changed; the others hand in copies.
    value = call(answer, x if watch else x.copy(), f, p, form, training, rng, doing=doing)
    return real_array(value, x.shape, "the output")


def same(y: Floats, wanted: Floats) -> NDArray[np.bool_]:
    """Which entries are those that are wanted."""
    return np.isclose(y, wanted, rtol=1e-6, atol=1e-7)


def slip_of_paper(y: Floats, x: Floats, p: float, stays: Any, goes: Any) -> str:
    """The mistake behind an output that is neither x nor x + f(x) for the whole batch."""
    fx = branch(x)
    if (goes | same(y, x + fx / (1 - p))).all() and goes.any():
        return "This is today's form: every example has its own coin, and the branch is rescaled."
    if (stays | goes).all():
        whole_rows = (stays == stays[:, :1]).all()
        return (
            "Every example has its own coin; the paper throws one for the batch."
            if whole_rows
            else "Single entries are dropped, not the block."
        )
    return name_of(
        y,
        [
            (x + fx / (1 - p), "The branch is rescaled in training, which the paper does not do."),
            (x + (1 - p) * fx, "The branch is shrunk in training: that belongs to inference."),
            (np.zeros_like(x), "The skip connection is dropped as well."),
            (fx, "The skip connection is missing."),
            ((x + fx) / (1 - p), "The skip connection is scaled as well."),
            (np.maximum(x + fx, 0), "There is a ReLU around the sum."),
            (np.maximum(x, 0), "There is a ReLU around the sum."),
        ],
        "The output is neither x nor x + f(x).",
    )


def fail_unless_scaled_by_rows(y: Floats, x: Floats, p: float) -> None:
    """Fail unless every example is x or x + f(x) / (1 - p), and not all have one fate."""
    fx, scale = branch(x), 1 / (1 - p)
    n = len(x)
    stays, goes = (same(y, wanted).reshape(n, -1) for wanted in (x + scale * fx, x))
    if (stays.all(axis=1) | goes.all(axis=1)).all():
        if stays.all() or goes.all():
            raise CheckFailed(
                "One coin decides for the whole batch.",
                f'With form="today" and p = {p:g}, all {n} examples have the same fate. '
                "Every example has a coin of its own.",
                SECTION,
            )
        return
    mistake = "The output is neither x nor x + f(x) / (1-p)."
    if (stays | goes).all():
        mistake = "Single entries are dropped, not the branch of an example."
    else:
        for kept, dropped, words in (
            (x + fx, x, "The branch is not rescaled."),
            (scale * (x + fx), 0 * x, "The skip connection is dropped and scaled as well."),
            (scale * (x + fx), x, "The skip connection is scaled as well."),
            (scale * (x + fx), scale * x, "The skip connection is scaled as well."),
            (x + scale * fx, 0 * x, "The skip connection is dropped as well."),
            (scale * fx, 0 * x, "The skip connection is missing."),
            (x + fx / p, x, "The branch is divided by p instead of 1-p."),
            (x + (1 - p) * fx, x, "The branch is multiplied by 1-p in training."),
            (x + scale**2 * fx, x, "The branch is rescaled twice."),
        ):
            if (same(y, kept) | same(y, dropped)).all():
                mistake = words
                break
    raise CheckFailed(
        mistake,
        f'With form="today", training=True and p = {p:g}, each example should be x or '
        f"x + {scale:.4g} * f(x), as a whole.",
        SECTION,
    )
