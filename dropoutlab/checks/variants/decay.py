"""Properties of `drop_rates(n_blocks, p_last)`, the linear rule of stochastic depth."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, real_array
from ..failure import CheckFailed, call, wants_value_error
from .suspects import is_accepted, name_of

Answer = Callable[..., Any]
SECTION = "Stochastic depth: drop whole blocks"


def _rates(answer: Answer, n_blocks: int, p_last: float) -> NDArray[np.floating]:
    doing = f"drop_rates({n_blocks}, {p_last:g})"
    value = call(answer, n_blocks, p_last, doing=doing)
    if isinstance(value, np.ndarray) and value.shape == (n_blocks + 1,):
        raise CheckFailed(
            "There is a rate too many.",
            f"{doing} has {n_blocks + 1} entries: the blocks are 1, ..., {n_blocks}, without a 0.",
            SECTION,
        )
    return real_array(value, (n_blocks,), "the array of rates")


def grows_linearly(
    answer: Answer, cases: Sequence[tuple[int, float]] = ((5, 0.4), (12, 0.7))
) -> None:
    """Block l of L has drop probability (l / L) * p_last."""
    for n_blocks, p_last in cases:
        rates = _rates(answer, n_blocks, p_last)
        number = np.arange(1, n_blocks + 1)
        share = number / n_blocks
        if np.allclose(rates, share * p_last, rtol=1e-6):
            continue
        from_zero = (number - 1) / (n_blocks - 1)
        mistake = name_of(
            rates,
            [
                (1 - share * p_last, "These are probabilities of surviving, not of dropping."),
                (share * (1 - p_last), "p_last is read as a probability of surviving."),
                (1 - share * (1 - p_last), "p_last is read as a probability of surviving."),
                (share[::-1] * p_last, "The rates fall with depth instead of growing."),
                ((1 - share) * p_last, "The rates fall with depth instead of growing."),
                (from_zero * p_last, "The first block is never dropped: the count starts at 0."),
                ((number - 1) / n_blocks * p_last, "The last block does not get p_last."),
                (number / (n_blocks + 1) * p_last, "The last block does not get p_last."),
                (share**2 * p_last, "The rates do not lie on a straight line."),
                (share / 2, "The last block has one half, whatever p_last is."),
                (np.full(n_blocks, p_last), "All blocks have the same rate."),
                (p_last**number, "The rates are powers of p_last, not a straight line."),
                (1 - (1 - p_last) ** share, "The rates do not lie on a straight line."),
            ],
            "The rates are not (l / L) * p_last.",
        )
        raise CheckFailed(
            mistake,
            f"drop_rates({n_blocks}, {p_last:g}) starts with {rates[0]:.4g} and ends with "
            f"{rates[-1]:.4g}; it should start with {p_last / n_blocks:.4g} and end with "
            f"{p_last:.4g}.",
            SECTION,
        )


def knows_the_edges(answer: Answer, outside: Sequence[float] = (-0.1, 1.1)) -> None:
    """One block, p_last = 0, p_last = 1 and a wrong p_last are handled."""
    for n_blocks, p_last in ((1, 0.3), (3, 0.0), (4, 1.0)):
        refused = f"p_last = {p_last:g} is refused."
        rates = is_accepted(refused, CONVENTIONS, partial(_rates, answer, n_blocks, p_last))
        if not np.isclose(rates[-1], p_last):
            raise CheckFailed(
                f"{n_blocks} block{'s' if n_blocks > 1 else ''} with p_last = {p_last:g} "
                "cannot be had.",
                f"The last block should have {p_last:g} and has {rates[-1]:.4g}.",
                SECTION,
            )
    for p in outside:
        doing = f"drop_rates(3, {p:g})"
        wants_value_error(answer, 3, p, doing=doing, reread=CONVENTIONS)
