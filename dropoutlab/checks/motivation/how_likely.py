"""Properties of `mask_probabilities(masks, p)`."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, real_array
from ..failure import CheckFailed, call, wants_value_error
from .edges import left_alone, without_error

Answer = Callable[..., Any]
SECTION = "How likely is each of them?"


def _probabilities(answer: Answer, masks: NDArray[np.bool_], p: float) -> NDArray[Any]:
    doing = f"mask_probabilities(masks, p={p:g}) with {masks.shape[0]} masks"
    value = call(answer, masks, p, doing=doing)
    if isinstance(value, np.ndarray) and value.shape == masks.shape and value.ndim == 2:
        raise CheckFailed(
            "There is a probability for each entry, not for each mask.",
            f"The probabilities have shape {value.shape} and should have {masks.shape[:1]}: the "
            "coins are independent, so multiply along a row.",
            SECTION,
        )
    return real_array(value, masks.shape[:1], "the array of probabilities")


def _masks(rng: np.random.Generator, n: int) -> NDArray[np.bool_]:
    """Some masks of n units, in no order, not all of them, with every number of kept units."""
    some = rng.random((40, n)) < rng.random((40, 1))
    return np.concatenate([some, np.tri(n + 1, n, -1).astype(bool), some[:5]])


def multiplies_the_coins(
    answer: Answer, ps: Sequence[float] = (0.2, 0.7), n: int = 6, seed: int = 1
) -> None:
    """A mask has probability 1 - p for each kept unit times p for each dropped one."""
    for p in ps:
        masks = _masks(np.random.default_rng(seed), n)
        found = _probabilities(answer, masks.copy(), p)
        kept = masks.sum(axis=1)
        right = (1 - p) ** kept * p ** (n - kept)
        if np.allclose(found, right, rtol=1e-5, atol=0):
            continue
        ways = np.array([math.comb(n, k) for k in range(n + 1)])[kept]
        mistake = "The probabilities are wrong."
        for wrong, words in (
            (p**kept * (1 - p) ** (n - kept), "Drop and keep are swapped."),
            (np.full(len(masks), 0.5**n), "All masks get the same probability."),
            (np.full(len(masks), 1 / len(masks)), "All masks get the same probability."),
            ((1 - p) ** kept, "The dropped units are left out: each one is a factor p."),
            (p ** (n - kept), "The kept units are left out: each one is a factor 1 - p."),
            (
                right * ways,
                "This is how likely that number of kept units is, "
                "not how likely this very mask is.",
            ),
            (
                right / right.sum(),
                "The probabilities are divided by their sum. A mask's own probability does not "
                "depend on which other masks are asked for.",
            ),
            (np.log(right), "These are the logarithms of the probabilities."),
            (
                kept * (1 - p) + (n - kept) * p,
                "The coins' probabilities are added. Independent coins multiply.",
            ),
            (
                (kept * (1 - p) + (n - kept) * p) / n,
                "The coins' probabilities are averaged. Independent coins multiply.",
            ),
        ):
            if np.allclose(found, wrong, rtol=1e-4, atol=1e-12):
                mistake = words
                break
        if np.allclose(found, right, rtol=0, atol=1e-4):
            mistake = "The probabilities are only nearly right."
        row = int(np.abs(found / right - 1).argmax())
        raise CheckFailed(
            mistake,
            f"At p = {p:g}, a mask that keeps {kept[row]} of {n} units gets probability "
            f"{found[row]:.4g} and should get {right[row]:.4g}.",
            SECTION,
        )


def knows_the_edges(answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 2) -> None:
    """At p = 0 all units are kept, at p = 1 none, and a wrong p is refused."""
    masks = _masks(np.random.default_rng(seed), 5)
    before = masks.copy()
    _probabilities(answer, masks[:1], 0.3)  # one mask is an array of one probability
    left_alone(masks, before, "mask_probabilities", "masks")
    for p, certain, words in (
        (0.0, masks.all(axis=1), "keeps everything"),
        (1.0, ~masks.any(axis=1), "keeps nothing"),
    ):
        found = without_error(
            lambda p=p: _probabilities(answer, masks, p),  # type: ignore[misc]
            f"p = {p:g}",
            CONVENTIONS,
        )
        left_alone(masks, before, "mask_probabilities", "masks")
        if not np.allclose(found, certain):
            raise CheckFailed(
                f"p = {p:g} is not handled.",
                f"At p = {p:g} the mask that {words} has probability 1 and every other one 0.",
                CONVENTIONS,
            )
    for p in outside:
        doing = f"mask_probabilities(masks, p={p:g})"
        wants_value_error(answer, masks.copy(), p, doing=doing, reread=CONVENTIONS)
