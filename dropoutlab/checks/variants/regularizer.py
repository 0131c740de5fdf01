"""Properties of `concrete_regularizer(weights, p, weight_scale, dropout_scale)`, a number."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import probe
from ..failure import CheckFailed, call
from .common import all_are_left_alone
from .suspects import Suspects, name_of, real_number

Answer = Callable[..., Any]
SECTION = "What keeps p from falling to zero"


def _penalty(
    answer: Answer, weights: NDArray[Any], p: float, weight_scale: float, dropout_scale: float
) -> float:
    doing = f"concrete_regularizer(weights, p={p:g}, {weight_scale:g}, {dropout_scale:g})"
    value = call(answer, weights, p, weight_scale, dropout_scale, doing=doing)
    return real_number(value, "the regularizer")


def charges_the_weights(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 1) -> None:
    """The weight term is weight_scale * sum(weights²) / (1-p)."""
    rng = np.random.default_rng(seed)
    for p in ps:
        weights = probe(rng, (7, 3))
        before, squares = weights.copy(), float((weights**2).sum())
        found = _penalty(answer, weights, p, 0.3, 0.0)
        all_are_left_alone([weights], [before], ["weights"], "concrete_regularizer")
        _compare(
            found,
            0.3 * squares / (1 - p),
            [
                (0.3 * squares, "The weight term is not divided by 1-p."),
                (0.3 * squares * (1 - p), "The weight term is multiplied by 1-p."),
                (0.3 * squares / p, "The weight term is divided by p instead of 1-p."),
                (0.3 * squares / (1 - p) ** 2, "The weight term is divided by 1-p twice."),
                (0.3 * squares**0.5 / (1 - p), "The weight term has the norm without its square."),
                (0.3 * squares / 21 / (1 - p), "The weight term has the mean, not the sum."),
                (0.3 * np.abs(before).sum() / (1 - p), "The weight term has |w| instead of w²."),
                (-0.3 * squares / (1 - p), "The weight term has the wrong sign."),
                (squares / (1 - p), "weight_scale is not used."),
                (0.3**2 * squares / (1 - p), "weight_scale is squared."),
                (0.15 * squares / (1 - p), "The weight term is halved."),
                (0.3 * 7 * squares / (1 - p), "The weight term is multiplied by K."),
                (0.3 * before.sum() ** 2 / (1 - p), "The sum is squared, not each weight."),
                (
                    0.3 * np.linalg.norm(before, 2) ** 2 / (1 - p),
                    "The norm is the largest singular value, not that of the entries.",
                ),
            ],
            "The weight term is wrong.",
            f"With dropout_scale = 0, weight_scale = 0.3, p = {p:g} and a sum of squares of "
            f"{squares:.4g}",
        )


def rewards_the_entropy(answer: Answer, ps: Sequence[float] = (0.2, 0.9), seed: int = 2) -> None:
    """The dropout term is dropout_scale * K * (p log p + (1-p) log(1-p)), K being the inputs."""
    rng = np.random.default_rng(seed)
    for p in ps:
        n_in, n_out = 7, 3
        found = _penalty(answer, probe(rng, (n_in, n_out)), p, 0.0, 0.4)
        drop, keep = float(p * np.log(p)), float((1 - p) * np.log(1 - p))
        right = 0.4 * n_in * (drop + keep)
        _compare(
            found,
            right,
            [
                (-right, "The entropy has the wrong sign: the regularizer must reward it."),
                (right / n_in, "The factor K is missing."),
                (right / n_in * n_out, "K is the number of outputs instead of inputs."),
                (right * n_out, "K is the number of weights instead of inputs."),
                (right / np.log(2), "The logarithms are to base 2."),
                (right / np.log(10), "The logarithms are to base 10."),
                (0.4 * n_in * drop, "The part (1-p) log(1-p) of the entropy is missing."),
                (0.4 * n_in * keep, "The part p log p of the entropy is missing."),
                (0.4 * n_in * (drop - keep), "The two parts of the entropy have opposite signs."),
                (-right / n_in, "The entropy has the wrong sign and the factor K is missing."),
                (right / 0.4, "dropout_scale is not used."),
                (right / (1 - p), "The entropy is divided by 1-p."),
                (2 * right, "The entropy is counted twice."),
                (right * (1 - p), "The entropy is multiplied by 1-p."),
                (
                    -0.4 * n_in * p * (1 - p),
                    "This is the variance p (1-p) of a coin, not its entropy.",
                ),
                (
                    0.4 * n_in * float(p * np.log(1 - p) + (1 - p) * np.log(p)),
                    "The logarithms of p and 1-p are mixed up.",
                ),
            ],
            "The dropout term is wrong.",
            f"With weight_scale = 0, dropout_scale = 0.4, p = {p:g} and weights of shape "
            f"({n_in}, {n_out})",
        )


def _compare(
    found: float, right: float, suspects: Suspects, otherwise: str, circumstances: str
) -> None:
    if not np.isclose(found, right, rtol=1e-6):
        raise CheckFailed(
            name_of(found, suspects, otherwise),
            f"{circumstances}, it is {found:.6g} and should be {right:.6g}.",
            SECTION,
        )
