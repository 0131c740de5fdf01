"""Properties of `ridge_equivalent(X, y, p)`, the weights that dropout in least squares leads to."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, probe, real_array
from ..failure import CheckFailed, call, wants_value_error
from .gates import same
from .handling import calling

Answer = Callable[..., Any]
SECTION = "Dropout in linear regression"


def _weights(answer: Answer, X: NDArray[Any], y: NDArray[Any], p: float) -> NDArray[Any]:
    value = call(answer, X.copy(), y.copy(), p, doing=f"ridge_equivalent(X, y, p={p:g})")
    return real_array(value, (X.shape[1],), "the result of ridge_equivalent")


def _problem(rng: np.random.Generator, shape: tuple[int, int]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Least squares with columns of very different scale, none of them of mean zero."""
    n, d = shape
    X = (rng.normal(size=shape) + 0.5) * np.linspace(0.5, 2.0, d)
    return X, probe(rng, (n,)) + X[:, 0]


def has_the_smallest_expected_loss(
    answer: Answer,
    ps: Sequence[float] = (0.3, 0.7),
    shapes: Sequence[tuple[int, int]] = ((40, 5), (6, 9)),
    seed: int = 1,
) -> None:
    """At these weights the mean of the squared error over all masks is smallest."""
    rng = np.random.default_rng(seed)
    for p in ps:
        for shape in shapes:
            X, y = _problem(rng, shape)
            found = _weights(answer, X, y, p)
            if not _is_flat(X, y, found, p):
                _name_the_slip(X, y, found, p)


def _is_flat(
    X: NDArray[Any],
    y: NDArray[Any],
    w: NDArray[Any],
    p: float,
    tolerance: float = 1e-7,
) -> bool:
    """Whether the expected loss has no slope at w, compared to that at 0."""
    return bool(np.abs(_slope(X, y, w, p)).max() < tolerance * np.abs(X.T @ y).max())


def _slope(
    X: NDArray[Any],
    y: NDArray[Any],
    w: NDArray[Any],
    p: float,
) -> NDArray[Any]:
    """Half of the gradient of the mean squared error over all masks, at w."""
    return X.T @ (X @ w - y) + p / (1 - p) * (X**2).sum(axis=0) * w


def _name_the_slip(X: NDArray[Any], y: NDArray[Any], found: NDArray[Any], p: float) -> None:
    """Raise CheckFailed: which penalty would have these weights?"""
    n, d = X.shape
    gram, squares, odds = X.T @ X, (X**2).sum(axis=0), p / (1 - p)
    mistake = "These weights do not have the smallest expected loss."
    for penalty, words in (
        (np.zeros(d), "The penalty is missing: these are the weights of ordinary least squares."),
        (odds * np.ones(d), "The penalty is that of plain ridge; it has to know the data's scale."),
        (odds * squares / n, "The penalty takes the mean of the squares, and the loss the sum."),
        (odds * squares / 2, "The penalty is half as large as it should be."),
        (odds * 2 * squares, "The penalty is twice as large as it should be."),
        (squares / odds, "Drop and keep are swapped in the penalty."),
        (p * squares, "The penalty is multiplied by p, not by p/(1-p)."),
        (p * (1 - p) * squares, "The penalty is that of vanilla dropout, without the rescaling."),
        (odds**2 * squares, "The penalty has the square of p/(1-p)."),
        (odds**0.5 * squares, "The penalty has the root of p/(1-p), a standard deviation."),
        (squares / (1 - p), "The penalty is multiplied by 1/(1-p), not by p/(1-p)."),
        (
            odds * X.sum(axis=0) ** 2,
            "The penalty has the square of the sum, not the sum of squares.",
        ),
        (odds * squares**0.5, "The penalty has the root of the sum of squares."),
        (
            odds * X.var(axis=0) * n,
            "The penalty has the variance of the columns, not their squares.",
        ),
        (odds * squares.mean() * np.ones(d), "One and the same penalty is used for all columns."),
    ):
        system = gram + np.diag(penalty)
        if np.linalg.cond(system) < 1e12 and same(found, np.linalg.solve(system, X.T @ y), 1e-6):
            mistake = words
            break
    else:
        if same(found, np.linalg.lstsq(X, y, rcond=None)[0], 1e-6):
            mistake = "The penalty is missing: these are the weights of ordinary least squares."
        elif same(found, (1 - p) * np.linalg.lstsq(X, y, rcond=None)[0], 1e-6):
            mistake = "The weights of least squares are shrunk by 1-p, whatever the data are."
        elif _is_flat(X, y, -found, p):
            mistake = "The weights have the wrong sign."
        elif _is_flat(X, y, found, p, 0.2):
            mistake = "The weights are only approximate; they can be had exactly."
    raise CheckFailed(
        mistake,
        f"With X of shape {X.shape} and p = {p:g}, the expected loss still falls by up to "
        f"{2 * np.abs(_slope(X, y, found, p)).max():.3g} per unit of a weight.",
        SECTION,
    )


def knows_the_edges(answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 2) -> None:
    """p = 0 is ordinary least squares, p = 1 gives zeros, a wrong p is refused, X and y stay."""
    rng = np.random.default_rng(seed)
    X, y = _problem(rng, (20, 4))
    before = X.copy(), y.copy()
    for p, wanted in ((0.0, np.linalg.lstsq(X, y, rcond=None)[0]), (1.0, np.zeros(4))):
        doing, mistake = f"ridge_equivalent(X, y, p={p:g})", f"p = {p:g} is not handled."
        value = calling(answer, X, y, p, doing=doing, mistake=mistake)
        found = real_array(value, (4,), "the result of ridge_equivalent")
        if not np.allclose(found, wanted, rtol=1e-6, atol=1e-9):
            raise CheckFailed(
                f"p = {p:g} is not handled.",
                "When every input is dropped, no weight is of any use: return zeros."
                if p
                else "Without dropout these are the weights of ordinary least squares.",
                CONVENTIONS,
            )
    # At a usual p, on the one column of the card's example.
    column, target = np.array([[1.0], [2.0]]), np.array([2.0, 4.0])
    value = call(answer, column, target, 0.5, doing="ridge_equivalent(X, y, p=0.5)")
    real_array(value, (1,), "the result of ridge_equivalent for an X of one column")
    usual = np.array_equal(column, [[1.0], [2.0]]) and np.array_equal(target, [2.0, 4.0])
    if not (usual and np.array_equal(X, before[0]) and np.array_equal(y, before[1])):
        raise CheckFailed(
            "ridge_equivalent changes its input.",
            "X or y is different after the call: make new arrays, without `X -= ...`.",
            CONVENTIONS,
        )
    for p in outside:
        doing = f"ridge_equivalent(X, y, p={p:g})"
        wants_value_error(answer, X, y, p, doing=doing, reread=CONVENTIONS)
