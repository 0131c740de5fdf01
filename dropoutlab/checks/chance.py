"""How surprising a count may be before a check calls the answer wrong.

Every statistical check of the course counts independent yes-or-no events whose probability a
right answer fixes (an entry kept, a pair of entries equal, a draw with exactly seven kept). If k
of n events happen where each has probability q, the Chernoff bound says that a right answer shows
such a k or one further out, on either side, with probability at most 2 exp(-n KL(k/n || q))
(Hoeffding 1963, theorem 1), whatever way it samples. A check fails an answer only where the
exponent passes LIMIT: by chance that happens to a right answer less than once in 5e12 counts. No
property makes more than a thousand counts, so that a right answer fails it less than once in 5e9.
"""

import math

LIMIT = 30.0  # 2 exp(-30) = 1.9e-13


def surprise(count: int, trials: int, probability: float) -> float:
    """The Chernoff exponent n KL(count/n || probability); 0 where the count is as expected.

    It is infinite for what cannot happen at all, such as a head from a coin without heads.
    """
    share = count / trials
    exponent = 0.0
    for seen, expected in ((share, probability), (1 - share, 1 - probability)):
        if seen > 0:
            if expected <= 0:
                return math.inf
            exponent += seen * math.log(seen / expected)
    return trials * exponent


def plausible(count: int, trials: int, probability: float) -> bool:
    """Whether a right answer could show this count (it fails by chance below 2e-13)."""
    return surprise(count, trials, probability) <= LIMIT
