"""The tuning board: which runs a protocol pays for, in which order, and what it chooses."""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets
import numpy as np

from ...checks.failure import CheckFailed, call
from ...figures import BLUE, GREY, LIGHT, VERMILION, Picture, styled
from ..live import live

Score = Callable[[str, int], float]


@styled
def draw(
    pick_regulariser: Callable[..., Any],
    options: Sequence[str],
    train: Score,
    test: Callable[[str], float],
    budget: int = 16,
) -> Picture:
    """Run the learner's protocol with this budget and draw every run it makes.

    A row is an option and a dot a run: across its validation score, and inside when it was made.
    """
    runs: list[tuple[str, float]] = []
    tests: list[str] = []

    def counted_train(option: str, seed: int) -> float:
        if len(runs) >= 2 * budget:
            raise RuntimeError(f"{len(runs)} networks trained with a budget of {budget}.")
        score = train(option, seed)
        runs.append((option, score))
        return score

    def counted_test(option: str) -> float:
        tests.append(option)
        return test(option)

    value = call(pick_regulariser, list(options), counted_train, counted_test, budget)
    if not isinstance(value, tuple | list) or len(value) != 2 or value[0] not in options:
        raise CheckFailed("pick_regulariser does not return an option and a score.")
    chosen, score = value

    picture = Picture(1.0 + 0.42 * len(options))
    axes = picture.subplots()
    picture.subplots_adjust(left=0.26, right=0.975, top=0.91, bottom=0.14)
    place = {option: len(options) - 1 - n for n, option in enumerate(options)}
    low = min((s for _, s in runs), default=0.5) - 0.02
    high = max((s for _, s in runs), default=1.0) + 0.02
    for option, row in place.items():
        own = [s for o, s in runs if o == option]
        axes.axhline(row, color=LIGHT, linewidth=16, zorder=0)
        if own:
            axes.plot([np.mean(own)] * 2, [row - 0.36, row + 0.36], color=BLUE, linewidth=2.5)
    seen: dict[str, int] = {}
    for number, (option, s) in enumerate(runs, 1):
        seen[option] = seen.get(option, 0) + 1
        y = place[option] + (0, 0.28, -0.28)[seen[option] % 3]  # beside each other where they meet
        axes.plot(s, y, "o", color="white", markeredgecolor=GREY, markersize=11)
        axes.text(s, y, str(number), ha="center", va="center", fontsize=6.5)
    axes.set_yticks(list(place.values()), list(place))
    axes.tick_params(axis="y", length=0, labelcolor="#20282D")
    for label in axes.get_yticklabels():
        if label.get_text() == chosen:
            label.set(fontweight="bold", color=VERMILION)
    axes.text(
        high + 0.2 * (high - low), place[chosen], f"chosen: test {float(score):.3f}",
        ha="right", va="center", fontsize=9, color=VERMILION, fontweight="bold",
    )  # fmt: skip
    opened = {0: "never", 1: "once"}.get(len(tests), f"{len(tests)} times")
    over = "" if len(runs) <= budget else ", overspent"
    axes.set(
        xlim=(low, high + 0.22 * (high - low)),
        ylim=(-0.6, len(options) - 0.4),
        xlabel="validation accuracy; circles are runs in their order, bars are means",
        title=f"{len(runs)} runs of a budget of {budget}{over}; test opened {opened}",
    )
    means = {o: np.mean([s for name, s in runs if name == o]) for o, _ in runs}
    picture.alt = (
        f"Tuning board with a budget of {budget}: {len(runs)} runs. Mean validation accuracy: "
        + ", ".join(f"{o} {m:.3f}" for o, m in means.items())
        + f". Chosen: {chosen}, with a test score of {float(score):.3f}; the test set was opened "
        f"{opened}."
    )
    return picture


def explore(
    pick_regulariser: Callable[..., Any],
    options: Sequence[str],
    train: Score,
    test: Callable[[str], float],
) -> widgets.VBox:
    """The same with a slider for the budget."""
    n = len(options)
    return live(
        lambda budget: draw(pick_regulariser, options, train, test, budget),
        budget=widgets.IntSlider(
            value=2 * n, min=2 * n, max=3 * n, step=1, description="budget",
            continuous_update=False,
        ),
    )  # fmt: skip
