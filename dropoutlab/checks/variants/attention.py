"""Properties of `attention_dropout(scores, values, p, training, rng)`: (output, weights)."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...networks import softmax
from .. import masks, scales
from ..arrays import CONVENTIONS, probe, real_array
from ..failure import CheckFailed, call, wants_value_error
from .common import all_are_left_alone
from .own_coins import every_entry_has_its_own
from .suspects import name_of

Answer = Callable[..., Any]
Floats = NDArray[np.floating]
SECTION = "Attention: after the softmax"


def _attend(
    answer: Answer,
    scores: Floats,
    values: Floats,
    p: float,
    training: bool,
    rng: np.random.Generator,
    watch: bool = False,
) -> tuple[Floats, Floats]:
    # Only `rests_at_inference` asks whether something was changed; the others hand in copies.
    doing = f"attention_dropout(scores, values, p={p:g}, training={training}, rng)"
    given = (scores, values) if watch else (scores.copy(), values.copy())
    result = call(answer, *given, p, training, rng, doing=doing)
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise CheckFailed(
            "attention_dropout does not return two things.",
            "Return the output and the weights that it was made with: `return output, weights`.",
        )
    of_output, of_weights = (*scores.shape[:-1], values.shape[-1]), scores.shape
    if [np.shape(part) for part in result] == [of_weights, of_output] != [of_output, of_weights]:
        raise CheckFailed(
            "The weights are returned before the output.",
            "Return the output first: `return output, weights`.",
        )
    for part in result:
        if isinstance(part, np.ndarray) and part.dtype.kind == "f" and np.isnan(part).any():
            if p == 1:
                raise CheckFailed(
                    "p = 1 is not handled.",
                    "At p = 1 there are nan: zeros are divided by 1 - p. All should be zeros.",
                    CONVENTIONS,
                )
            raise CheckFailed(
                "Rows of the attention become nan.",
                f"At p = {p:g}, {int(np.isnan(part).any(axis=-1).sum())} rows are nan. A row that "
                "has lost all its scores has no softmax, and no sum to divide by. It is a row of "
                "zeros if the weights are dropped after the softmax.",
                SECTION,
            )
    return (
        real_array(result[0], of_output, "the output"),
        real_array(result[1], of_weights, "the array of weights"),
    )


def drops_weights_after_the_softmax(
    answer: Answer, ps: Sequence[float] = (0.2, 0.6), seed: int = 1
) -> None:
    """In training, a weight is 0 or 1/(1-p) times the softmax of all scores of its row."""
    rng = np.random.default_rng(seed)
    for p in ps:
        scores, values = probe(rng, (4, 12, 30)), probe(rng, (4, 30, 5))
        _, weights = _attend(answer, scores, values, p, True, rng)
        whole, sums, zeros = softmax(scores), weights.sum(axis=-1), weights == 0
        kept = ~zeros
        if np.allclose(weights[kept], whole[kept] / (1 - p), rtol=1e-6) and zeros.any():
            continue
        if np.allclose(weights, whole, rtol=1e-6):
            raise CheckFailed(
                "The weights that are returned are those before dropout.",
                f"At p = {p:g} none of {weights.size} weights is 0 or rescaled. Return what the "
                "values are multiplied by.",
                SECTION,
            )
        if np.allclose(sums[sums != 0], 1.0) and zeros.any():
            raise CheckFailed(
                "The rows are made to sum to 1 again.",
                f"At p = {p:g} the weights that are left sum to 1 in every row: the scores were "
                "dropped as −inf, or the rows divided by their sum. Dropout divides by 1-p only.",
                SECTION,
            )
        if np.allclose(weights[kept], scores[kept] / (1 - p)):
            raise CheckFailed(
                "The softmax is missing.",
                f"At p = {p:g} the weights that are left are scores / (1-p).",
                SECTION,
            )
        if np.allclose(sums, 1.0) or np.allclose(sums, 1 / (1 - p)):
            raise CheckFailed(
                "The scores are dropped, not the weights.",
                f"At p = {p:g} no weight is 0: a score of 0 is no missing score, its weight is "
                "proportional to e⁰ = 1. First the softmax, then the coins.",
                SECTION,
            )
        for size, words in ((values.shape[-1], "√d"), (scores.shape[-1], "√S")):
            if np.allclose(softmax(scores / size**0.5)[kept] / (1 - p), weights[kept]):
                raise CheckFailed(
                    f"The scores are divided by {words}.",
                    "They are what the softmax is taken of; whoever made them has scaled them.",
                    SECTION,
                )
        if np.allclose(softmax(scores.swapaxes(-1, -2)).swapaxes(-1, -2)[kept] / (1 - p),
                       weights[kept]):  # fmt: skip
            raise CheckFailed(
                "The softmax is taken over the queries.",
                "Each row of the weights, along the last axis, belongs to one query.",
                SECTION,
            )
        scales.kept_are_scaled(weights / whole, np.ones_like(whole), p, 1 / (1 - p),
                               "weights / softmax(scores)", SECTION)  # fmt: skip


def throws_own_coins(answer: Answer, p: float = 0.3, seed: int = 2) -> None:
    """Every weight of every head has its own coin from rng and is dropped with probability p."""

    def draw(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        scores = np.zeros((4, shape[0] // 4, shape[1]))
        return (
            _attend(answer, scores, np.ones((4, shape[1], 1)), p, True, rng)[1].reshape(shape) != 0
        )

    every_entry_has_its_own(draw, p, seed, "the weights of 4 heads, with a row for each query,")


def mixes_the_values(answer: Answer, ps: Sequence[float] = (0.2, 0.6), seed: int = 3) -> None:
    """The output is the sum of the values, each times the weight that is returned."""
    rng = np.random.default_rng(seed)
    for p, training in ((p, training) for p in ps for training in (True, False)):
        scores, values = probe(rng, (3, 7, 6)), probe(rng, (3, 6, 5))
        output, weights = _attend(answer, scores, values, p, training, rng)
        if np.allclose(output, weights @ values, rtol=1e-5, atol=1e-6):
            continue
        suspects = [
            (softmax(scores) @ values, "The output is mixed with the weights before dropout."),
            (weights @ values / (1 - p), "The output is rescaled once more."),
            (weights @ values * (1 - p), "The output is shrunk once more."),
        ]
        dropped = bool((output == 0).any())
        raise CheckFailed(
            name_of(
                output,
                suspects,
                "The output is dropped, not only the weights."
                if dropped
                else "The output is not weights @ values with the weights returned.",
            ),
            f"At p = {p:g}, training={training}, entries of the output are up to "
            f"{np.abs(output - weights @ values).max():.3g} away from weights @ values.",
            SECTION,
        )


def survives_masked_scores(answer: Answer, p: float = 0.7, seed: int = 4) -> None:
    """Scores of −inf get no weight, and a row that loses all its weights gives zeros, not nan."""
    rng = np.random.default_rng(seed)
    future = np.triu(np.ones((12, 12), dtype=bool), k=1)
    for share, training in ((p, True), (p, False), (0.0, True), (1.0, True)):
        scores, values = probe(rng, (24, 12, 12)), probe(rng, (24, 12, 3))
        scores[:, future] = -np.inf
        output, weights = _attend(answer, scores, values, share, training, rng)
        if (weights[:, future] != 0).any():
            raise CheckFailed(
                "A score of −inf gets a weight.",
                f"{int((weights[:, future] != 0).sum())} weights on later positions are not 0.",
                SECTION,
            )
        # The first query has one position. That none of 24 heads drops it has probability 3e-13.
        lost = weights[:, ~future] == 0
        heads_differ = bool((lost != lost[0]).any())
        if training and share == p and heads_differ and weights[:, 0, 0].all():
            raise CheckFailed(
                "A query never loses all its positions.",
                f"At p = {p:g}, a query with one position to look at kept it in all {len(weights)} "
                "heads. Rows that lose everything are left to chance, like any others.",
                SECTION,
            )
        if (share, training) == (1.0, True) and (weights.any() or output.any()):
            raise CheckFailed(
                "p = 1 is not handled.",
                "At p = 1 all weights and the output should be 0.",
                CONVENTIONS,
            )
        if share == 0 and not np.allclose(weights, softmax(scores)):
            raise CheckFailed(
                "p = 0 is not handled.",
                "At p = 0 the weights should be softmax(scores).",
                CONVENTIONS,
            )


def rests_at_inference(
    answer: Answer,
    ps: Sequence[float] = (0.2, 0.75),
    outside: Sequence[float] = (-0.1, 1.1),
    seed: int = 5,
) -> None:
    """At inference it is plain attention; nothing handed in is changed; a wrong p is refused."""
    rng = np.random.default_rng(seed)
    for p, training in ((p, training) for p in ps for training in (True, False)):
        scores, values = probe(rng, (2, 6, 9)), probe(rng, (2, 9, 4))
        before = scores.copy(), values.copy()
        _, weights = _attend(answer, scores, values, p, training, rng, watch=True)
        names = ("scores", "values")
        all_are_left_alone((scores, values), before, names, "attention_dropout")
        if not training:
            whole = softmax(before[0])
            if not np.allclose(weights, whole, rtol=1e-6):
                raise CheckFailed(
                    "Weights are dropped at inference."
                    if (weights == 0).any()
                    else "The weights at inference are not softmax(scores).",
                    f"With training=False and p = {p:g}, the rows of the weights sum to between "
                    f"{weights.sum(axis=-1).min():.4g} and {weights.sum(axis=-1).max():.4g}.",
                    SECTION,
                )
    for p in outside:
        doing = f"attention_dropout(scores, values, p={p:g}, training=True, rng)"
        scores, values = probe(rng, (1, 2, 3)), probe(rng, (1, 3, 2))
        wants_value_error(answer, scores, values, p, True, rng, doing=doing, reread=CONVENTIONS)
