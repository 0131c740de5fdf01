"""The survival probabilities of residual blocks, and how deep the network is for each example."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import call
from ...figures import BLUE, LIGHT, SKY, VERMILION, Picture, styled
from ..live import live, slider_p, slider_seed

EXAMPLES = 2000


@styled
def draw(
    drop_rates: Callable[..., Any],
    stochastic_depth: Callable[..., Any],
    n_blocks: int = 18,
    p: float = 0.5,
    seed: int = 0,
) -> Picture:
    """Draw the rates of all blocks and the depths that 2,000 examples meet; p is the last rate."""
    rng = np.random.default_rng(seed)
    rates = real_array(call(drop_rates, n_blocks, p), (n_blocks,), "the array of rates")
    x, depth = np.zeros((EXAMPLES, 1)), np.zeros(EXAMPLES, dtype=int)
    for rate in rates:
        y = call(stochastic_depth, x.copy(), np.ones_like, float(rate), "today", True, rng)
        depth += (real_array(y, x.shape, "the output") != x)[:, 0]
    expected = float((1 - rates).sum())

    picture = Picture(3.4)
    left, right = picture.subplots(1, 2)
    picture.subplots_adjust(left=0.07, right=0.985, top=0.9, bottom=0.145, wspace=0.17)
    number = np.arange(1, n_blocks + 1)
    left.bar(number, 1 - rates, width=0.86, color=BLUE)
    left.bar(number, rates, bottom=1 - rates, width=0.86, color=LIGHT)
    left.set(
        xlim=(0.4, n_blocks + 0.6), ylim=(0, 1), xlabel="block l", ylabel="probability",
        title=f"survives (blue) or dropped (grey), p = {p:g}",
    )  # fmt: skip
    left.set_xticks(sorted({1, *range(0, n_blocks + 1, max(1, n_blocks // 6))} - {0}))
    left.tick_params(length=0)

    counts = np.bincount(depth, minlength=n_blocks + 1)
    blocks = np.arange(n_blocks + 1)
    right.bar(blocks, counts, width=0.86, color=SKY, label="your examples")
    right.plot(blocks, EXAMPLES * _chances(1 - rates), "o", color=BLUE, markersize=4, label="exact")
    right.axvline(expected, color=VERMILION, linewidth=1.6, label=f"expected depth {expected:.2f}")
    right.set(
        xlim=(-0.6, n_blocks + 0.6), ylim=(0, counts.max() * 1.45), xlabel="blocks that were kept",
        ylabel=f"examples, of {EXAMPLES:,}",
        title=f"depth per example: mean {depth.mean():.2f} of {n_blocks}",
    )  # fmt: skip
    right.set_xticks(range(0, n_blocks + 1, max(1, n_blocks // 6)))
    right.legend(loc="upper left")
    picture.alt = (
        f"Left: survival probabilities of {n_blocks} blocks, from {1 - rates[0]:.2f} for the first "
        f"to {1 - rates[-1]:.2f} for the last, where p = {p:g}. Right: histogram of the depth for "
        f"{EXAMPLES} examples, between {depth.min()} and {depth.max()} blocks with mean "
        f"{depth.mean():.2f}; expected are {expected:.2f}."
    )
    return picture


def _chances(survival: NDArray[np.floating]) -> NDArray[np.floating]:
    """The probability of every number of successes of independent coins."""
    chances = np.ones(1)
    for share in survival:
        chances = np.convolve(chances, (1 - share, share))
    return chances


def explore(drop_rates: Callable[..., Any], stochastic_depth: Callable[..., Any]) -> widgets.VBox:
    """The same picture with sliders for the last rate and the number of blocks, and new coins."""
    return live(
        lambda p, n_blocks, seed: draw(drop_rates, stochastic_depth, n_blocks, p, seed),
        p=slider_p(),
        n_blocks=widgets.IntSlider(
            value=18, min=2, max=54, description="blocks", continuous_update=False
        ),
        seed=slider_seed(),
    )
