"""Properties of `diagnose(run)`, which reads from its log what is broken in a training run."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..failure import CheckFailed, call
from .runs import EVAL, HEALTHY, SCALE, SHORT, SWAPPED, TRAIN, VERDICTS, log

Answer = Callable[..., Any]
SECTION = "What went wrong?"
# A fault, the rate, whether validation is still rising, and the epochs.
Kind = tuple[str, float, bool, int]


def _evidence(run: dict[str, Any]) -> str:
    validation = run["validation"]
    fifth = len(validation) // 5
    gain = validation[-fifth:].mean() - validation[-2 * fifth : -fifth].mean()
    return (
        f"p = {run['p']:g}; dropped {run['dropped'][0]:.2f} in the first epoch and "
        f"{run['dropped'][-1]:.2f} in the last of {len(validation)}; scale {run['scale']:.2f}; "
        f"repeat {run['repeat']:.2f}; validation gained {gain:+.3f} in the last fifth."
    )


def _diagnoses(answer: Answer, kinds: Sequence[Kind], seed: int) -> None:
    rng = np.random.default_rng(seed)
    for fault, p, rising, epochs in kinds:
        run = log(rng, fault, p, rising, epochs)
        evidence = _evidence(run)
        found = call(answer, run, doing="diagnose(run)")
        if not isinstance(found, str) or found not in VERDICTS:
            raise CheckFailed(
                "diagnose does not return one of the six diagnoses.",
                f"It returned {found!r:.60}; the diagnoses are {', '.join(VERDICTS)}.",
                SECTION,
            )
        if found != fault:
            raise CheckFailed(
                f"A run that is '{fault}' is called '{found}'."
                if fault != HEALTHY
                else f"A healthy run is called '{found}'.",
                f"Its log: {evidence}",
                SECTION,
            )


MODES: tuple[Kind, ...] = (
    (EVAL, 0.3, False, 60),
    (TRAIN, 0.5, False, 60),
    (EVAL, 0.6, True, 40),
    (TRAIN, 0.2, True, 80),
    (HEALTHY, 0.4, False, 50),
)
MASKS: tuple[Kind, ...] = (
    (SWAPPED, 0.2, False, 60),
    (SCALE, 0.5, False, 60),
    (SWAPPED, 0.6, True, 40),
    (SCALE, 0.3, True, 50),
    (HEALTHY, 0.5, False, 60),
)
CURVES: tuple[Kind, ...] = (
    (SHORT, 0.5, True, 20),
    (HEALTHY, 0.5, False, 30),
    (SHORT, 0.3, True, 100),
    (HEALTHY, 0.0, False, 60),
    (HEALTHY, 0.8, False, 100),
)


def knows_the_modes(answer: Answer, kinds: Sequence[Kind] = MODES, seed: int = 1) -> None:
    """It tells a forgotten eval() and a forgotten train() from a healthy run."""
    _diagnoses(answer, kinds, seed)


def knows_the_mask(answer: Answer, kinds: Sequence[Kind] = MASKS, seed: int = 2) -> None:
    """It tells a swapped rate and a wrong scale from a healthy run."""
    _diagnoses(answer, kinds, seed)


def reads_the_curves(answer: Answer, kinds: Sequence[Kind] = CURVES, seed: int = 3) -> None:
    """It tells a run that was stopped too early from one that has levelled off."""
    _diagnoses(answer, kinds, seed)
    run = log(np.random.default_rng(seed), HEALTHY, 0.3)
    before = {key: np.array(value) for key, value in run.items()}
    call(answer, run, doing="diagnose(run)")
    if list(run) != list(before) or any(np.any(run[key] != before[key]) for key in before):
        raise CheckFailed(
            "diagnose changes the log.",
            "The dict or one of its arrays is not the same after the call: `v.sort()` sorts in "
            "place and `run.pop(...)` removes; sort or copy into something of your own.",
            SECTION,
        )
