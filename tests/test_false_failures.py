"""Every right answer passes every check with very many seeds."""

from inspect import signature

import pytest

from dropoutlab.checks import chance
from examiner.answers import Answer, read_answers
from examiner.course import open_course
from tests.answers import ASSIGNMENTS, checks, define, properties, source
from tests.conftest import ROOT

SEEDS = {"2-forward-pass": 2000}  # with --all-seeds, and 500 for the others
ONE_IN = 5  # without it, which takes five times as long
ENOUGH = 50  # for a property that counts nothing and so leaves nothing to chance
# This throws the same coins as the solution does for a seed, one at a time, which takes long.
SAME_COINS = {("sample_keep_mask", "right-loop")}
RIGHT = [
    (name, right)
    for name in ASSIGNMENTS
    for right in [
        *(a for a in read_answers(open_course(ROOT), source(name)) if a.name.startswith("right")),
        *(Answer(exercise, "solution", "", "", {}) for exercise in checks(name)),
    ]
]


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize(("name", "right"), RIGHT, ids=[f"{a.exercise}-{a.name}" for _, a in RIGHT])
def test_very_many_seeds(
    name: str,
    right: Answer,
    half: int,
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
) -> None:
    namespace = define(name, **({right.exercise: right.code} if right.code else {}))
    answer, seeds = namespace[right.exercise], SEEDS.get(name, 500)
    if not pytestconfig.getoption("all_seeds"):
        seeds //= ONE_IN
    if (right.exercise, right.name) in SAME_COINS:
        seeds = 50
    counted: list[int] = []
    surprise = chance.surprise

    def counting(count: int, trials: int, probability: float) -> float:
        counted.append(count)
        return surprise(count, trials, probability)

    monkeypatch.setattr(chance, "surprise", counting)
    for has_property in properties(right.exercise, name):
        if "seed" not in signature(has_property).parameters:  # nothing is left to chance
            has_property(answer)
            continue
        counted.clear()
        for number in range(seeds // 2):
            has_property(answer, seed=1000 + half * seeds // 2 + number)
            if number == ENOUGH and not counted:
                break
