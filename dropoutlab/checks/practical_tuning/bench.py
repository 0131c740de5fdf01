"""A simulated bench for protocols: options whose true quality is known and whose runs scatter.

Nothing is left to chance. Which score a run gets depends on how many different seeds an option
has had before, not on the seed: of the lucky options two shine in their first run and one in its
second, and never again, so that a protocol that trusts one run, be it the first, the best or the
last, is deceived every time, and one that averages two or more never is.
"""

from typing import Any

import numpy as np

NAMES = (
    "nothing",
    "weight decay 0.001",
    "weight decay 0.02",
    "dropout 0.2",
    "dropout 0.5",
    "dropout 0.8",
    "max-norm 1",
    "label smoothing 0.1",
    "early stopping",
    "dropout 0.5 + max-norm",
    "dropout 0.5 + weight decay",
    "one-pixel shifts",
)
MOST = 1000  # trainings, before an endless protocol is stopped
MARGIN = 0.02  # a choice whose true quality is this close to the best one's is a good one


class Bench:
    """Counts what a protocol trains and tests; `options` are in the order it gets them."""

    def __init__(self, seed: int, n_options: int = 8, lucky: int = 3) -> None:
        """Draw the qualities: two good options close together, some lucky, the others weaker."""
        rng = np.random.default_rng(seed)
        names = [NAMES[n] for n in rng.choice(len(NAMES), n_options, replace=False)]
        top = rng.uniform(0.9, 0.93)
        weaker = top - rng.uniform(0.04, 0.09, n_options - lucky - 2)
        qualities = [top, top - 0.006, *weaker, *(top - rng.uniform(0.09, 0.12, lucky))]
        self.qualities = dict(zip(names, map(float, qualities), strict=True))
        self.lucky = names[n_options - lucky :]
        # The good ones come last but two, so that a protocol has to get that far.
        rest = [str(name) for name in rng.permutation(names[2:])]
        self.options = [*rest[:-1], names[1], names[0], rest[-1]]
        self.trained: list[tuple[str, int]] = []
        self.tested: list[str] = []
        self.trained_before_test = 0
        self._scores: dict[tuple[str, int], float] = {}

    def train(self, option: str, seed: int) -> float:
        """The validation score of a network trained with this option and seed."""
        self._known(option)
        if len(self.trained) >= MOST:
            raise RuntimeError(f"{MOST} networks trained: the budget is long spent.")
        key = (option, int(seed))
        if key not in self._scores:
            number = sum(name == option for name, _ in self._scores)
            swing = 0.004 if number % 2 else -0.004
            if option in self.lucky:
                swing = 0.135 if number == self.lucky.index(option) // 2 else swing - 0.01
            self._scores[key] = self.qualities[option] + swing
        self.trained.append(key)
        return self._scores[key]

    def test(self, option: str) -> float:
        """The test score of the networks that were trained with this option."""
        self._known(option)
        self.tested.append(option)
        self.trained_before_test = len(self.trained)
        return self.qualities[option] - 0.011

    def _known(self, option: Any) -> None:
        if option not in self.qualities:
            raise KeyError(f"There is no option {option!r}.")
