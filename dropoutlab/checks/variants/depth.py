"""Properties of `stochastic_depth(x, f, p, form, training, rng)`, the output of one block."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import coins, masks
from ..arrays import CONVENTIONS, probe, real_array, unchanged
from ..chance import plausible
from ..failure import CheckFailed, call, wants_value_error
from .suspects import name_of

Answer = Callable[..., Any]
Floats = NDArray[np.floating]
SECTION = "Stochastic depth: drop whole blocks"


def _branch(x: Floats) -> Floats:
    """A branch that is never zero and no multiple of x."""
    return np.cos(2 * x) + 1.5 + 0.1 * x


def _block(
    answer: Answer,
    x: Floats,
    p: float,
    form: str,
    training: bool,
    rng: np.random.Generator,
    f: Callable[[Floats], Floats] = _branch,
) -> Floats:
    doing = f'stochastic_depth(x, f, p={p:g}, form="{form}", training={training}, rng)'
    value = call(answer, x, f, p, form, training, rng, doing=doing)
    return real_array(value, x.shape, "the output")


def _is(y: Floats, wanted: Floats) -> NDArray[np.bool_]:
    return np.isclose(y, wanted, rtol=1e-6, atol=1e-7)


def follows_the_paper(answer: Answer, p: float = 0.08, runs: int = 18, seed: int = 1) -> None:
    """Form "paper", training: one coin for the batch, x or x + f(x), nothing rescaled."""
    rng, kept = np.random.default_rng(seed), 0
    for _ in range(runs):
        x = probe(rng, (6, 4))
        y = _block(answer, x, p, "paper", True, rng)
        stays, goes = _is(y, x + _branch(x)), _is(y, x)
        if not stays.all() and not goes.all():
            raise CheckFailed(
                _slip_of_paper(y, x, p, stays, goes),
                f'With form="paper", training=True and p = {p:g}, the output should be x + f(x) '
                "for the whole batch, or x for the whole batch.",
                SECTION,
            )
        kept += bool(stays.all())
    if not plausible(kept, runs, 1 - p):
        swapped = plausible(kept, runs, p)
        raise CheckFailed(
            "Drop and survive are swapped: p is the probability of dropping."
            if swapped
            else "The block is not dropped with probability p.",
            f'With form="paper" and p = {p:g}, it was kept in {kept} of {runs} calls.',
            SECTION,
        )


def _slip_of_paper(y: Floats, x: Floats, p: float, stays: Any, goes: Any) -> str:
    fx = _branch(x)
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


def skips_the_work(answer: Answer, p: float = 0.8, runs: int = 8, seed: int = 2) -> None:
    """Form "paper", training: the branch of a dropped block is not computed."""
    rng = np.random.default_rng(seed)
    for _ in range(runs):
        calls: list[int] = []

        def f(x: Floats, calls: list[int] = calls) -> Floats:
            calls.append(x.size)
            return _branch(x)

        x = probe(rng, (3, 4))
        y = _block(answer, x, p, "paper", True, rng, f)
        if sum(calls) > 0 and _is(y, x).all():
            raise CheckFailed(
                "A dropped block is computed all the same.",
                f"f was called {len(calls)} time{'s' if len(calls) > 1 else ''} although the "
                "output is x. Throw the coin first, and call f only where it is needed.",
                SECTION,
            )
        if len(calls) > 1:
            raise CheckFailed(
                "A kept block is computed more than once.",
                f"f was called {len(calls)} times; once is enough.",
                SECTION,
            )
        if not calls and not _is(y, x).all():
            raise CheckFailed(
                "The output is changed without a call of f.",
                "Without f(x) there is only x to return.",
                SECTION,
            )


def follows_todays_form(answer: Answer, p: float = 0.3, seed: int = 3) -> None:
    """Form "today", training: a coin for every example, and the branch is rescaled."""
    rng = np.random.default_rng(seed)
    for shape in ((300, 6), (200, 2, 3)):
        x = probe(rng, shape)
        y = _block(answer, x.copy(), p, "today", True, rng)
        _is_scaled_by_rows(y, x, p)

    def draw(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        x = np.ones((shape[0] * shape[1], 1))
        return ~_is(_block(answer, x, p, "today", True, rng), x).reshape(shape)

    keep = draw((128, 128), p, rng)
    coins.entries_are_independent(keep, "the batch")
    masks.share_is(keep, p, "the batch")
    masks.draws_are_fresh(draw, seed, "the batch")


def _is_scaled_by_rows(y: Floats, x: Floats, p: float) -> None:
    fx, scale = _branch(x), 1 / (1 - p)
    n = len(x)
    stays, goes = (_is(y, wanted).reshape(n, -1) for wanted in (x + scale * fx, x))
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
            if (_is(y, kept) | _is(y, dropped)).all():
                mistake = words
                break
    raise CheckFailed(
        mistake,
        f'With form="today", training=True and p = {p:g}, each example should be x or '
        f"x + {scale:.4g} * f(x), as a whole.",
        SECTION,
    )


def rests_at_inference(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 4) -> None:
    """At inference: x + (1-p) f(x) in the form "paper", x + f(x) in the form "today"."""
    rng = np.random.default_rng(seed)
    for p, form in ((p, form) for p in ps for form in ("paper", "today")):
        x = probe(rng, (8, 5))
        fx = _branch(x)
        y = _block(answer, x.copy(), p, form, False, rng)
        wanted = x + ((1 - p) if form == "paper" else 1.0) * fx
        if _is(y, wanted).all():
            continue
        mistake = name_of(
            y,
            [
                (x + fx, "The branch is not shrunk at inference, although training left it whole."),
                (x + (1 - p) * fx, "The branch is shrunk at inference and rescaled in training."),
                ((1 - p) * (x + fx), "The skip connection is shrunk at inference as well."),
                (x + p * fx, "The branch is multiplied by p at inference, not by 1-p."),
                (x, "The block is dropped at inference."),
                (x + fx / (1 - p), "The branch is multiplied by 1/(1-p) at inference."),
            ],
            "The output at inference is wrong.",
        )
        if (_is(y, x) | _is(y, x + fx) | _is(y, x + fx / (1 - p))).all() and _is(y, x).any():
            mistake = "The block is dropped at inference."
        raise CheckFailed(
            mistake,
            f'With form="{form}", training=False and p = {p:g}, the output should be x + '
            f"{'(1-p) * ' if form == 'paper' else ''}f(x), without a coin.",
            SECTION,
        )


def keeps_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 5
) -> None:
    """x is left alone, the coins come from rng, and p = 0, p = 1 and a wrong p are handled."""
    rng = np.random.default_rng(seed)
    for form in ("paper", "today"):
        for p in (0.0, 1.0):
            x = probe(rng, (5, 3))
            before = x.copy()
            y = _block(answer, x, p, form, True, rng)
            unchanged(x, before, "stochastic_depth")
            if not _is(y, before + (1 - p) * _branch(before)).all():
                raise CheckFailed(
                    f"p = {p:g} is not handled.",
                    f'With form="{form}" and p = {p:g} the output should always be '
                    f"{'x' if p else 'x + f(x)'}.",
                    CONVENTIONS,
                )
        for p in outside:
            doing = f'stochastic_depth(x, f, p={p:g}, form="{form}", training=True, rng)'
            x = probe(rng, (2, 3))
            wants_value_error(
                answer, x, _branch, p, form, True, rng, doing=doing, reread=CONVENTIONS
            )
    x, fates = probe(rng, (2, 3)), []
    for _ in range(2):
        again = np.random.default_rng(seed)
        fates.append([_is(_block(answer, x, 0.5, "paper", True, again), x).all() for _ in range(9)])
    if fates[0] != fates[1]:
        raise CheckFailed(
            "The coins do not come from the rng that is handed in.",
            f'With form="paper", two generators with the same seed, {seed}, gave different fates.',
            CONVENTIONS,
        )
