"""Properties of `choose_p(validation_scores)`, the one-standard-error rule."""

from collections.abc import Callable
from typing import Any

import numpy as np

from ..failure import CheckFailed, call

Answer = Callable[..., Any]
SECTION = "Which p?"
Scores = dict[float, list[float]]


def _choice(answer: Answer, scores: Scores) -> float:
    ps = list(scores)
    given = ", ".join(f"{p:g}" for p in ps)
    value = call(answer, scores, doing=f"choose_p(scores for p = {given})")
    if isinstance(value, bool) or not isinstance(value, int | float | np.number):
        raise CheckFailed(
            "choose_p does not return one number.",
            f"It returned {'None' if value is None else 'a ' + type(value).__name__}; the answer "
            "is one of the p, a float.",
            SECTION,
        )
    if not any(np.isclose(value, p, rtol=0, atol=1e-9) for p in ps):
        raise CheckFailed(
            "choose_p returns something that is not one of the p.",
            f"It returned {value:g}; the p with scores are {given}.",
            SECTION,
        )
    return float(value)


def _curve(
    rng: np.random.Generator, offsets: list[float], spreads: list[float], seeds: list[int]
) -> tuple[list[float], list[list[float]]]:
    """Values of p, and scores for each: best mean first moved by offsets, in best's errors.

    spreads are standard errors of the mean relative to the best one's, which has offset 0.
    """
    error = rng.uniform(0.002, 0.004)
    top = rng.uniform(0.85, 0.93)
    start = rng.choice([0.0, 0.05])
    ps = [float(round(start + 0.1 * n, 2)) for n in range(len(offsets))]
    scores = []
    for offset, spread, count in zip(offsets, spreads, seeds, strict=True):
        # Deviations with mean 0 and a standard deviation (of the sample) of sqrt(count).
        steps = np.arange(count) - (count - 1) / 2
        steps *= np.sqrt(count) / steps.std(ddof=1)
        rng.shuffle(steps)
        values = top + error * (offset + spread * steps)
        scores.append([float(value) for value in values])
    return ps, scores


def _shuffled(rng: np.random.Generator, ps: list[float], scores: list[list[float]]) -> Scores:
    order = rng.permutation(len(ps))
    return {ps[n]: list(scores[n]) for n in order}


def applies_the_rule(answer: Answer, seed: int = 1, curves: int = 4) -> None:
    """It is the largest p whose mean is within one standard error of the best mean."""
    rng = np.random.default_rng(seed)
    for _ in range(curves):
        # Right is 6, behind a dip at 5. The best mean is at 3, the smallest p within its error at
        # 2, with the lowest mean of those, the best single run at 1, and at 7 the scores scatter
        # so much that their own error reaches the best.
        offsets = [-30.0, -6.0, -0.8, 0.0, -0.3, -3.0, -0.6, -4.0, -9.0]
        ps, scores = _curve(rng, offsets, [1, 10, 1, 1, 1, 1, 1, 6, 1], [4] * 9)
        chosen = _choice(answer, _shuffled(rng, ps, scores))
        if np.isclose(chosen, ps[6]):
            continue
        slips = {
            3: "The best mean is taken as it is.",
            2: "Of all p that are as good as the best, the smallest is taken.",
            7: "The error of each p decides, instead of that of the best one.",
            1: "The best single run is taken, instead of a mean over seeds.",
            8: "The largest p of all is taken.",
            0: "The smallest p of all is taken.",
        }
        place = int(np.argmin(np.abs(np.array(ps) - chosen)))
        means = [float(np.mean(values)) for values in scores]
        error = float(np.std(scores[3], ddof=1) / 2)
        raise CheckFailed(
            slips.get(place, "The rule picks another p."),
            f"You chose p = {chosen:g} with a mean of {means[place]:.4f}. The best mean is "
            f"{means[3]:.4f} at p = {ps[3]:g}, its standard error {error:.4f}; the largest p "
            f"with a mean of at least {means[3] - error:.4f} is {ps[6]:g}.",
            SECTION,
        )

    _knows_zero_and_failed_runs(answer, rng)


def _knows_zero_and_failed_runs(answer: Answer, rng: np.random.Generator) -> None:
    """p = 0 is a choice like any other, and a run that fails counts in the mean."""
    top = rng.uniform(0.85, 0.9)
    runs = [0.0, 0.01, -0.01, 0.005, -0.005]
    scores = {
        0.0: [top + run for run in runs],
        0.15: [top - 0.04 + run for run in runs],
        0.3: [top + 0.03 + run for run in (0.0, 0.001, -0.001, 0.002, -0.4)],
        0.45: [top - 0.09 + run for run in runs],
    }
    chosen = _choice(answer, {p: scores[p] for p in (0.3, 0.0, 0.45, 0.15)})
    if chosen == 0.0:
        return
    slips = {
        0.15: "p = 0 is left out: no dropout is a choice as well.",
        0.3: "It is not the mean over seeds that decides: one of these runs has failed.",
    }
    raise CheckFailed(
        slips.get(chosen, "The rule picks another p."),
        f"You chose p = {chosen:g} with a mean of {np.mean(scores[chosen]):.4f}. The best mean is "
        f"{top:.4f} at p = 0, and no other is near it.",
        SECTION,
    )


def measures_the_error(answer: Answer, seed: int = 2, curves: int = 3) -> None:
    """The error is the standard error of the mean, from as many scores as the best p has."""
    rng = np.random.default_rng(seed)
    for _ in range(curves):
        # The best p, at 2, has 4 seeds; 3 is within its error, 4 in the second
        # curve, is within it too, but not without the correction for one mean (0.866), and in the
        # first only within one that is corrected twice (1.155) or the standard deviation (2).
        for offsets, wanted, slips in (
            ([-9.0, -3.0, 0.0, -0.4, -1.08, -9.0], 3, {4: "sd", 2: "small"}),
            ([-9.0, -3.0, 0.0, -0.4, -0.94, -9.0], 4, {3: "small", 2: "small"}),
        ):
            ps, scores = _curve(rng, offsets, [1.0] * 6, [4] * 6)
            _error_is(answer, rng, ps, scores, wanted, 2, slips)
        # Seeds are not the same in number: the error of the best p, with 9 of them, decides.
        for seeds in ([3, 3, 9, 3, 3, 3], [16, 16, 4, 16, 16, 16]):
            spreads = [2.5, 2.5, 1.0, 2.5, 2.5, 2.5]
            ps, scores = _curve(rng, [-30.0, -20.0, 0.0, -0.6, -1.4, -30.0], spreads, seeds)
            _error_is(answer, rng, ps, scores, 3, 2, {4: "count", 2: "count"})


_SLIPS = {
    "sd": "The standard error comes out too large: divide by the root of the number of seeds.",
    "count": "The error is not that of the best p, with its own number of seeds.",
    "small": "The standard error comes out too small: ddof=1, and the root of the number of seeds.",
}


def _error_is(
    answer: Answer,
    rng: np.random.Generator,
    ps: list[float],
    scores: list[list[float]],
    wanted: int,
    best: int,
    slips: dict[int, str],
) -> None:
    chosen = _choice(answer, _shuffled(rng, ps, scores))
    if np.isclose(chosen, ps[wanted]):
        return
    place = int(np.argmin(np.abs(np.array(ps) - chosen)))
    values = scores[best]
    raise CheckFailed(
        _SLIPS.get(slips.get(place, ""), "The rule picks another p."),
        f"The best p, {ps[best]:g}, has {len(values)} scores with a standard deviation of "
        f"{np.std(values, ddof=1):.4f} (ddof=1), so their mean has a standard error of "
        f"{np.std(values, ddof=1) / len(values) ** 0.5:.4f}. You chose {chosen:g} instead of "
        f"{ps[wanted]:g}.",
        SECTION,
    )


def asks_for_several_seeds(answer: Answer, seed: int = 3) -> None:
    """A single score has no standard error: ValueError. The scores stay as they are."""
    rng = np.random.default_rng(seed)
    ps, scores = _curve(rng, [-8.0, 0.0, -0.5, -9.0], [1.0] * 4, [3] * 4)
    table = _shuffled(rng, ps, scores)
    before = {p: list(values) for p, values in table.items()}
    _choice(answer, table)
    if table != before or list(table) != list(before):
        raise CheckFailed(
            "choose_p changes the scores.",
            "The dict is not the same after the call: sort or copy into something of your own.",
            SECTION,
        )
    # Neither the best nor the first or the last of the dict is short of scores.
    short = next(p for p in list(before)[1:-1] if p != ps[1])
    for few, how_many in ((1, "a single score"), (0, "no score")):
        table = {p: before[p][:few] if p == short else list(before[p]) for p in before}
        try:
            answer(table)
        except ValueError:
            continue
        except Exception as error:
            raise CheckFailed(
                f"A p with {how_many} raises the wrong kind of error.",
                f"It raised {type(error).__name__}; the card asks for ValueError.",
                SECTION,
            ) from None
        raise CheckFailed(
            f"A p with {how_many} is accepted.",
            f"p = {short:g} has {how_many}, every other p has three: raise "
            "ValueError if *some* p has fewer than two.",
            SECTION,
        )
    alike = {0.2: [0.75, 0.75], 0.3: [0.625, 0.75], 0.4: [0.875, 0.875]}
    try:
        chosen = _choice(answer, alike)
    except CheckFailed as failure:
        if " raised " not in str(failure).split("\n")[0]:
            raise
        chosen = float("nan")
    if chosen != 0.4:
        raise CheckFailed(
            "Two best scores that are alike are not handled.",
            f"The scores are {alike}: the standard error of the best p is 0, so the bar is at the "
            "best mean itself, and a mean *at* the bar is good enough.",
            SECTION,
        )
