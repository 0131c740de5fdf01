"""Properties of `dropconnect_backward(dz, x, W, keep_W, keep_b)`: what dx, dW and db are."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import probe
from ..failure import CheckFailed, call
from .common import all_are_left_alone, several

Answer = Callable[..., Any]
Wrong = tuple[NDArray[Any], str]
SECTION = "DropConnect, backward"


def _case(
    answer: Answer, shape: tuple[int, int, int], p: float, seed: int
) -> tuple[list[NDArray[Any]], list[NDArray[Any]]]:
    """The five arguments, and the three gradients that the answer returns for them."""
    n, d, k = shape
    rng = np.random.default_rng(seed)
    given = [probe(rng, (n, k)), probe(rng, (n, d)), probe(rng, (d, k))]
    given += [rng.random((n, d, k)) >= p, rng.random((n, k)) >= p]
    handed_in = [array.copy() for array in given]
    doing = "dropconnect_backward(dz, x, W, keep_W, keep_b)"
    value = call(answer, *handed_in, doing=doing)
    names = ("dx", "dW", "db")
    if isinstance(value, tuple | list) and len(value) == 3:
        found = [np.shape(part) for part in value]
        if sorted(found) == sorted(((n, d), (d, k), (k,))) and found != [(n, d), (d, k), (k,)]:
            raise CheckFailed(
                "The gradients come back in another order.",
                f"Return dx, dW, db, in this order; the shapes found are {found}.",
                SECTION,
            )
        if found[2] == (n, k):
            raise CheckFailed(
                "db is not summed over the examples.",
                f"All {n} examples share the biases, so db has shape (k,) = ({k},).",
                SECTION,
            )
        if found[1] == (n, d, k):
            raise CheckFailed(
                "dW is not summed over the examples.",
                f"All {n} examples share the weights, so dW has shape (d, k) = ({d}, {k}).",
                SECTION,
            )
    results = several(value, ((n, d), (d, k), (k,)), "dropconnect_backward", names)
    inputs = ("dz", "x", "W", "keep_W", "keep_b")
    all_are_left_alone(handed_in, given, inputs, "dropconnect_backward")
    return given, results


def _compare(found: NDArray[Any], right: NDArray[Any], name: str, wrongs: list[Wrong]) -> None:
    if np.allclose(found, right, rtol=1e-5, atol=1e-5):
        return
    mistake = f"{name} is not the gradient of z."
    for wrong, words in wrongs:
        if np.allclose(found, wrong, rtol=1e-5, atol=1e-5):
            mistake = words
            break
    worst = np.abs(found - right).argmax()
    raise CheckFailed(
        mistake,
        f"One entry of {name} is {found.flat[worst]:.4g} and should be {right.flat[worst]:.4g}.",
        SECTION,
    )


def of_the_weights(
    answer: Answer, shape: tuple[int, int, int] = (6, 5, 3), p: float = 0.4, seed: int = 1
) -> None:
    """dW sums, over the examples, the input times the upstream gradient where a weight was kept."""
    (dz, x, w, keep_w, keep_b), (_, found, _) = _case(answer, shape, p, seed)
    each = np.einsum("ni,nj->nij", x, dz)
    right = (each * keep_w).sum(axis=0)
    _compare(
        found,
        right,
        "dW",
        [
            (each.sum(axis=0), "dW is not masked: dropped weights get a gradient."),
            (right / len(x), "dW is averaged over the examples where it should be summed."),
            (each.sum(axis=0) * keep_w.mean(axis=0), "dW is masked after the sum over examples."),
            (each.sum(axis=0) * keep_w.any(axis=0), "dW is masked after the sum over examples."),
            (each.sum(axis=0) * keep_w[0], "dW uses the mask of the first example for all."),
            ((each * ~keep_w).sum(axis=0), "dW keeps the gradient of the dropped weights."),
            (right / (1 - p), "dW is rescaled by 1/(1-p); forward was not."),
            (np.einsum("nij,nj->ij", keep_w, dz), "x is missing in dW."),
            (np.einsum("ni,nij->ij", x, keep_w), "dz is missing in dW."),
            (keep_w.sum(axis=0), "dW counts masks; x and dz are missing."),
            (np.einsum("ni,nj->ij", x, dz * keep_b), "dW is masked by keep_b, not by keep_W."),
            ((each * keep_w * keep_b[:, None]).sum(axis=0), "dW is masked by keep_b as well."),
            (each.sum(axis=0) * keep_w.all(axis=0), "dW is masked after the sum over examples."),
            (right * w, "dW is multiplied by W; in z, W itself is multiplied by x and keep_W."),
            (-right, "dW has the wrong sign."),
        ],
    )


def of_the_inputs(
    answer: Answer, shape: tuple[int, int, int] = (6, 5, 3), p: float = 0.4, seed: int = 2
) -> None:
    """dx sends the upstream gradient back through the weights that were kept."""
    (dz, x, w, keep_w, keep_b), (found, _, _) = _case(answer, shape, p, seed)
    right = np.einsum("nj,nij->ni", dz, keep_w * w)
    _compare(
        found,
        right,
        "dx",
        [
            (dz @ w.T, "dx goes through dropped weights as well."),
            (np.einsum("nj,nij->ni", dz, keep_w), "W is missing in dx."),
            (dz @ (keep_w[0] * w).T, "dx uses the mask of the first example for all."),
            (dz @ (keep_w.mean(axis=0) * w).T, "dx uses the mean of all masks."),
            (np.einsum("nj,nij->ni", dz, ~keep_w * w), "dx goes through the dropped weights."),
            (right / (1 - p), "dx is rescaled by 1/(1-p); forward was not."),
            ((dz * keep_b) @ w.T, "dx is masked by keep_b, not by keep_W."),
            (np.einsum("nj,nij->ni", dz * keep_b, keep_w * w), "dx is masked by keep_b as well."),
            (dz @ w.T * keep_w.any(axis=2), "dx is masked as if whole inputs were dropped."),
            (dz @ w.T * keep_w.mean(axis=2), "dx uses the mean over each row of the masks."),
            (right * x, "dx is multiplied by x; in z, x itself is multiplied by W and keep_W."),
            (-right, "dx has the wrong sign."),
        ],
    )


def of_the_biases(
    answer: Answer, shape: tuple[int, int, int] = (6, 5, 3), p: float = 0.4, seed: int = 3
) -> None:
    """db sums the upstream gradient over the examples whose bias was kept."""
    (dz, _, _, keep_w, keep_b), (_, _, found) = _case(answer, shape, p, seed)
    right = (dz * keep_b).sum(axis=0)
    _compare(
        found,
        right,
        "db",
        [
            (dz.sum(axis=0), "db is not masked: dropped biases get a gradient."),
            (right / len(dz), "db is averaged over the examples where it should be summed."),
            (dz.mean(axis=0), "db is averaged, and it is not masked."),
            ((dz * ~keep_b).sum(axis=0), "db keeps the gradient of the dropped biases."),
            (dz.sum(axis=0) * keep_b[0], "db uses the mask of the first example for all."),
            (dz.sum(axis=0) * keep_b.mean(axis=0), "db is masked after the sum over examples."),
            (dz.sum(axis=0) * keep_b.any(axis=0), "db is masked after the sum over examples."),
            (-right, "db has the wrong sign."),
            (right / (1 - p), "db is rescaled by 1/(1-p); forward was not."),
            ((dz * keep_w.any(axis=1)).sum(axis=0), "db is masked by keep_W, not by keep_b."),
        ],
    )
