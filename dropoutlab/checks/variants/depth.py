"""Properties of `stochastic_depth(x, f, p, form, training, rng)`, the output of one block."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import masks
from ..arrays import CONVENTIONS, probe, real_array, unchanged
from ..chance import plausible
from ..failure import CheckFailed, call_in_turn, wants_value_error
from .own_coins import every_entry_has_its_own
from .residual_block import (
    SECTION,
    branch,
    fail_unless_scaled_by_rows,
    run_block,
    same,
    slip_of_paper,
)
from .suspects import name_of

Answer = Callable[..., Any]
Floats = NDArray[np.floating]


def follows_the_paper(answer: Answer, p: float = 0.92, runs: int = 100, seed: int = 1) -> None:
    """Form "paper", training: one coin for the batch, x or x + f(x), nothing rescaled."""
    rng, kept = np.random.default_rng(seed), 0
    doing = f'stochastic_depth(x, f, p={p:g}, form="paper", training=True, rng)'
    x = probe(rng, (6, 4))
    arguments = [(x.copy(), branch, p, "paper", True, rng) for _ in range(runs)]
    for value in call_in_turn(answer, arguments, doing):
        y = real_array(value, x.shape, "the output")
        stays, goes = same(y, x + branch(x)), same(y, x)
        if not stays.all() and not goes.all():
            raise CheckFailed(
                slip_of_paper(y, x, p, stays, goes),
                f'With form="paper", training=True and p = {p:g}, the output should be x + f(x) '
                "for the whole batch, or x for the whole batch.",
                SECTION,
            )
        kept += bool(stays.all())
    if not plausible(kept, runs, 1 - p):
        mistake = "The block is not dropped with probability p."
        if plausible(kept, runs, p):
            mistake = "Drop and survive are swapped: p is the probability of dropping."
        elif plausible(kept, runs, 0.5):
            mistake = "Half of the blocks are dropped, whatever p is."
        raise CheckFailed(
            mistake,
            f'With form="paper" and p = {p:g}, it was kept in {kept} of {runs} calls.',
            SECTION,
        )


def skips_the_work(answer: Answer, p: float = 0.8, runs: int = 8, seed: int = 2) -> None:
    """Form "paper", training: the branch of a dropped block is not computed."""
    rng = np.random.default_rng(seed)
    for _ in range(runs):
        calls: list[int] = []

        def f(x: Floats, calls: list[int] = calls) -> Floats:
            calls.append(x.size)
            return branch(x)

        x = probe(rng, (3, 4))
        y = run_block(answer, x, p, "paper", True, rng, f)
        if sum(calls) > 0 and same(y, x).all():
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
        if not calls and not same(y, x).all():
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
        try:
            y = run_block(answer, x, p, "today", True, rng)
        except CheckFailed as failure:
            if len(shape) == 2 or " raised " not in str(failure):
                raise
            raise CheckFailed(
                "Arrays with more than two axes are not handled.",
                "\n".join(str(failure).split("\n")[1:]),
                SECTION,
            ) from None
        fail_unless_scaled_by_rows(y, x, p)

    def draw(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        x = np.ones((shape[0] * shape[1], 1))
        return ~same(run_block(answer, x, p, "today", True, rng), x).reshape(shape)

    every_entry_has_its_own(draw, p, seed, "the batch")


def rests_at_inference(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 4) -> None:
    """At inference: x + (1-p) f(x) in the form "paper", x + f(x) in the form "today"."""
    rng = np.random.default_rng(seed)
    for p, form in ((p, form) for p in ps for form in ("paper", "today")):
        x = probe(rng, (60, 5))
        fx = branch(x)
        y = run_block(answer, x, p, form, False, rng)
        wanted = x + ((1 - p) if form == "paper" else 1.0) * fx
        if same(y, wanted).all():
            continue
        mistake = name_of(
            y,
            [
                (x + fx, "The branch is not shrunk at inference, although training left it whole."),
                (x + (1 - p) * fx, "The branch is shrunk at inference and rescaled in training."),
                ((1 - p) * (x + fx), "The skip connection is shrunk at inference as well."),
                (x + p * fx, "The branch is multiplied by p at inference, not by 1-p."),
                (x, "The block is dropped at inference."),
                (fx, "The skip connection is missing."),
                (np.maximum(wanted, 0), "There is a ReLU around the sum."),
                (x + fx / (1 - p), "The branch is multiplied by 1/(1-p) at inference."),
            ],
            "The output at inference is wrong.",
        )
        if (same(y, x) | same(y, x + fx) | same(y, x + fx / (1 - p))).all() and same(y, x).any():
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
            y = run_block(answer, x, p, form, True, rng, watch=True)
            unchanged(x, before, "stochastic_depth")
            if not same(y, before + (1 - p) * branch(before)).all():
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
                answer, x, branch, p, form, True, rng, doing=doing, reread=CONVENTIONS
            )
    _uses_the_rng(answer, probe(rng, (2, 3)), seed)


def _uses_the_rng(answer: Answer, x: Floats, seed: int) -> None:
    """Fail unless the coins of the form "paper" come from rng, and anew on every call."""
    doing = 'stochastic_depth(x, f, p=0.5, form="paper", training=True, rng)'
    runs = []
    for times in (40, 6):
        again = np.random.default_rng(seed)
        arguments = [(x.copy(), branch, 0.5, "paper", True, again) for _ in range(times)]
        outputs = call_in_turn(answer, arguments, doing)
        runs.append([real_array(y, x.shape, "the output") for y in outputs])
    many, few = runs
    # 40 coins of a right answer fall on one side with probability 2e-12.
    if all(np.array_equal(y, many[0]) for y in many):
        raise CheckFailed(
            "Every call throws the same coin.",
            f"{len(many)} calls in a row with one rng gave the same output. Draw from the rng that "
            "is handed in, without copying, seeding or rebuilding it.",
            CONVENTIONS,
        )
    if not all(np.array_equal(y, again) for y, again in zip(many, few, strict=False)):
        raise CheckFailed(
            "The coins do not come from the rng that is handed in.",
            f'With form="paper", two generators with the same seed, {seed}, gave different fates.',
            CONVENTIONS,
        )
