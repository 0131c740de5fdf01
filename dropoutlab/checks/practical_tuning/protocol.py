"""Properties of `pick_regulariser(options, train, test, budget)`, a protocol for choosing."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..failure import CheckFailed, call
from .bench import MARGIN, Bench

Answer = Callable[..., Any]
SECTION = "A protocol"


def _run(
    answer: Answer, bench: Bench, budget: int, options: list[str] | None = None
) -> tuple[str, float]:
    options = list(bench.options) if options is None else options
    doing = f"pick_regulariser({len(options)} options, train, test, budget={budget})"
    value = call(answer, options, bench.train, bench.test, budget, doing=doing)
    if not isinstance(value, tuple | list) or len(value) != 2:
        raise CheckFailed(
            "pick_regulariser does not return two things.",
            f"It returned {'None' if value is None else type(value).__name__}; return the option "
            "and its test score: `return option, score`.",
            SECTION,
        )
    option, score = value
    if not isinstance(option, str) or option not in bench.qualities:
        raise CheckFailed(
            "The first thing returned is not one of the options.",
            f"It is {option!r:.60}; the options are {', '.join(bench.options)}.",
            SECTION,
        )
    if isinstance(score, bool) or not isinstance(score, int | float | np.number):
        raise CheckFailed(
            "The second thing returned is not a score.", f"It is {score!r:.60}.", SECTION
        )
    return option, float(score)


def keeps_the_budget(
    answer: Answer, sizes: Sequence[tuple[int, int]] = ((5, 10), (6, 21)), seed: int = 1
) -> None:
    """It trains no more networks than the budget allows, and leaves no option out."""
    for n_options, budget in sizes:
        bench = Bench(seed, n_options)
        options = list(bench.options)
        _run(answer, bench, budget, options)
        spent = len(bench.trained)
        if spent > budget:
            raise CheckFailed(
                "The budget is overspent.",
                f"With {n_options} options and a budget of {budget}, {spent} networks were "
                "trained. Count every call of train.",
                SECTION,
            )
        left_out = [o for o in bench.options if o not in {name for name, _ in bench.trained}]
        if left_out:
            raise CheckFailed(
                "Some options are never tried.",
                f"With {n_options} options and a budget of {budget}, {len(left_out)} were not "
                f"trained at all, such as {left_out[0]}.",
                SECTION,
            )
        if options != bench.options:
            raise CheckFailed(
                "pick_regulariser changes the list of options.",
                "It is not the same after the call: sort or shorten a list of your own.",
                SECTION,
            )


def is_not_fooled_by_luck(
    answer: Answer, sizes: Sequence[tuple[int, int]] = ((8, 24),), seed: int = 2
) -> None:
    """A single lucky run does not decide: the choice is as good as the best option."""
    for n_options, budget in sizes:
        bench = Bench(seed, n_options)
        option, _ = _run(answer, bench, budget)
        best = max(bench.qualities.values())
        if bench.qualities[option] >= best - MARGIN:
            continue
        runs = [key for key in bench.trained if key[0] == option]
        seeds = {seed for _, seed in runs}
        if option not in bench.lucky:
            mistake = "A weak option is chosen."
        elif len(runs) <= 1:
            mistake = "The choice rests on a single run."
        elif len(seeds) == 1:
            mistake = "The same seed is trained again and again: no new evidence."
        else:
            mistake = "A single run decides, instead of the mean over seeds."
        raise CheckFailed(
            mistake,
            f"Among {n_options} options with a budget of {budget} you chose {option}, trained "
            f"{len(runs)} times with {len(seeds)} seeds. On new data it has "
            f"{bench.qualities[option]:.3f}, the best option {best:.3f}.",
            SECTION,
        )


def opens_the_test_set_once(
    answer: Answer, sizes: Sequence[tuple[int, int]] = ((6, 18),), seed: int = 3
) -> None:
    """The test set is opened once, for the option chosen, when all training is done."""
    for n_options, budget in sizes:
        bench = Bench(seed, n_options)
        option, score = _run(answer, bench, budget)
        if len(bench.tested) != 1:
            raise CheckFailed(
                "The test set is never opened."
                if not bench.tested
                else "The test set takes part in the choice.",
                f"test was called {len(bench.tested)} times; once is right, for the option that "
                "has been chosen.",
                SECTION,
            )
        if bench.tested[0] != option:
            raise CheckFailed(
                "The test score belongs to another option.",
                f"test was called for {bench.tested[0]}, but {option} was returned.",
                SECTION,
            )
        if bench.trained_before_test != len(bench.trained):
            raise CheckFailed(
                "Training goes on after the test set was opened.",
                f"{len(bench.trained) - bench.trained_before_test} networks were trained after "
                "it. What was learnt from the test can leak into them.",
                SECTION,
            )
        if abs(score - (bench.qualities[option] - 0.011)) > 1e-9:
            raise CheckFailed(
                "The score that is reported is not the test score.",
                f"{score:.4f} was returned; test({option!r}) gave "
                f"{bench.qualities[option] - 0.011:.4f}. A validation score that has won a "
                "contest is too good to be true.",
                SECTION,
            )
