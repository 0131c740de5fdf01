"""Every right answer passes every check with 2,000 seeds."""

import pytest

from examiner.answers import Answer, read_answers
from examiner.course import open_course
from tests.answers import define, properties, source
from tests.conftest import ROOT

SEEDS = 2000
ASSIGNMENT = source()
RIGHT = [
    answer
    for answer in read_answers(open_course(ROOT), ASSIGNMENT)
    if answer.name.startswith("right")
] + [
    Answer(exercise.name, "solution", "", "", {})
    for exercise in ASSIGNMENT.exercises
    if exercise.name != "own-words"
]


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("right", RIGHT, ids=lambda answer: f"{answer.exercise}-{answer.name}")
def test_two_thousand_seeds(right: Answer, half: int) -> None:
    namespace = define(**({right.exercise: right.code} if right.code else {}))
    answer = namespace[right.exercise]
    for has_property in properties(right.exercise):
        for seed in range(1000 + half * SEEDS // 2, 1000 + (half + 1) * SEEDS // 2):
            has_property(answer, seed=seed)
