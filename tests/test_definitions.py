"""Tests wait until definitions after them have run, where that cannot change what they see."""

import pytest

from examiner.answers import fill_in, hand_in, solutions
from examiner.definitions import only_adds, words
from examiner.examine import Examiner
from examiner.sandbox import NONE, with_sandbox
from examiner.submission import read_submission
from tests.conftest import Class

EARLIER = words("def f(x):\n    return helper(x) + EPS")


@pytest.mark.parametrize(
    "cell",
    ["def g(x, y=1, *, z=-2.5) -> np.ndarray[tuple, 'x']:\n    return print(f(x))",
     "class G(Base):\n    '''Doc.'''\n    n = 1\n    @property\n    def p(self): return f(1)",
     "import math as m\nfrom random import random\nSCALE = 1 / 3\ndef g(): pass", ""],
)  # fmt: skip
def test_definitions_of_something_new(cell: str) -> None:
    assert only_adds(cell, EARLIER)


@pytest.mark.parametrize(
    "cell",
    ["def f(x):\n    pass", "def helper(x):\n    pass", "EPS = 2", "import EPS", "class f: pass",
     "g = lambda: f(1)", "x = f(1)", "f.x = 1", "def g(x=f(1)): pass", "@f\ndef g(): pass",
     "class G(f(1)): pass", "class G(metaclass=f): pass", "class G:\n    print(1)", "del f",
     "class G:\n    x = f(1)", "from math import *", "%time 1", "!ls", "x =", "for i in []: pass",
     "print(f)", "def g(x: f(1)): pass", "def g() -> f(1): pass", "async def g(): pass"],
)  # fmt: skip
def test_what_may_change_what_tests_see(cell: str) -> None:
    assert not only_adds(cell, EARLIER)


def test_an_answer_is_judged_with_the_helper_that_it_had(class_: Class) -> None:
    """And one that uses what is only defined further below fails, as it does for its author."""
    author = solutions(class_.assignment)
    early = "def coins(shape, rng):\n    return rng.random(shape)\n\n\n" + author[
        "sample_keep_mask"
    ].replace("rng.random(shape)", "coins(shape, rng)")
    late = author["vanilla_dropout"].replace("sample_keep_mask(", "own_mask(")
    spoilt = "def coins(*_):\n    return 7\n\n\n" + author["Dropout"]
    given = "def own_mask(*_):\n    return sample_keep_mask(*_)\n\n\n" + author["dropout_moments"]
    assert "coins(" in early
    assert "own_mask(" in late
    texts = {"sample_keep_mask": early, "vanilla_dropout": late, "Dropout": spoilt}
    notebook = fill_in(class_.assignment, author | texts | {"dropout_moments": given})
    hand_in(class_.course, class_.assignment, "ada", notebook)
    submission = read_submission(class_.course, class_.assignment, "ada")
    course = with_sandbox(class_.course, NONE)
    with Examiner(course, class_.assignment, {}, warm=False) as examiner:
        scores = examiner.examine(submission).scores
    lost = {name for name, score in scores.items() if score == 0}
    # Dropout's forward calls sample_keep_mask when it is tested, after `coins` has been spoilt.
    assert "vanilla_dropout-values" in lost
    assert not [name for name in lost if name.startswith(("sample_keep_mask", "dropout_"))]
    assert "Dropout-training" in lost
