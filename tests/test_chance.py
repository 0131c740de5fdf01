import math

from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from dropoutlab.checks.chance import LIMIT, plausible, surprise

SIZES = st.integers(20, 30_000)
RATES = st.floats(0.01, 0.99)


@given(SIZES, RATES)
@settings(max_examples=200, deadline=None)
def test_a_right_answer_fails_less_often_than_the_bound_says(trials: int, rate: float) -> None:
    """The exact probability of all counts that are called implausible."""
    middle = round(trials * rate)
    low = _edge(range(middle, -1, -1), trials, rate)
    high = _edge(range(middle, trials + 1), trials, rate)
    failing = binom.cdf(low, trials, rate) + binom.sf(high - 1, trials, rate)
    assert failing <= 2 * math.exp(-LIMIT)


def _edge(counts: range, trials: int, rate: float) -> int:
    """The first count in this direction that fails, found by bisection."""
    good, bad = 0, len(counts)
    while bad - good > 1:
        middle = (good + bad) // 2
        if plausible(counts[middle], trials, rate):
            good = middle
        else:
            bad = middle
    return counts[0] + (bad if counts.step > 0 else -bad)


@given(SIZES, RATES)
def test_the_expected_count_is_plausible(trials: int, rate: float) -> None:
    assert plausible(round(trials * rate), trials, rate)


def test_a_bias_of_five_hundredths_is_caught_in_sixteen_thousand_entries() -> None:
    assert not plausible(int(0.75 * 16_000), 16_000, 0.8)


def test_what_cannot_happen_is_infinitely_surprising() -> None:
    assert surprise(1, 100, 0.0) == math.inf
    assert surprise(100, 100, 1.0) == 0.0
