"""Properties of `numerical_gradient(f, x, dy, eps)`, by central differences."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, probe, real_array
from ..failure import CheckFailed, call
from .gates import same

Answer = Callable[..., Any]
Function = Callable[[NDArray[Any]], NDArray[Any]]
SECTION = "A gradient without the chain rule"


def _gradient(
    answer: Answer, f: Function, x: NDArray[Any], dy: NDArray[Any], eps: float
) -> NDArray[Any]:
    shape = x.shape

    def watched(z: NDArray[Any]) -> NDArray[Any]:
        if np.shape(z) != shape:
            raise ValueError(f"f was handed an array of shape {np.shape(z)}, not {shape}.")
        return f(np.asarray(z))

    doing = f"numerical_gradient(f, x, dy, eps={eps:g})"
    value = call(answer, watched, x, dy, eps, doing=doing)
    return real_array(value, shape, "the result of numerical_gradient")


def agrees_with_the_chain_rule(answer: Answer, eps: float = 1e-5, seed: int = 1) -> None:
    """Every entry is the derivative of sum(dy * f(x)) by one entry of x."""
    rng = np.random.default_rng(seed)
    x, dy, w = probe(rng, (3, 2)), probe(rng, (3, 4)), probe(rng, (2, 4))
    _compare(_gradient(answer, lambda z: z @ w, x.copy(), dy.copy(), eps), dy, w, dy @ w.T)
    y = np.tanh(x @ w)
    wanted = (dy * (1 - y**2)) @ w.T
    found = _gradient(answer, lambda z: np.tanh(z @ w), x.copy(), dy.copy(), eps)
    _compare(found, dy, w, wanted)


def _compare(found: NDArray[Any], dy: NDArray[Any], w: NDArray[Any], wanted: NDArray[Any]) -> None:
    if same(found, wanted, 1e-5):
        return
    mistake = "The gradient is not that of sum(dy * f(x))."
    rowwise = wanted.sum(axis=1, keepdims=True) + 0 * wanted
    for wrong, words in (
        (2 * wanted, "The difference is divided by eps; its two points are 2 eps apart."),
        (wanted / 2, "The gradient is half as large as it should be."),
        (-wanted, "The gradient has the wrong sign."),
        (np.ones_like(dy) @ w.T, "dy is left out: this is the gradient of sum(f(x))."),
        (wanted / dy.size, "The mean is taken where the sum is meant."),
        (np.full_like(wanted, wanted.sum()), "All entries of x are moved at once."),
        (rowwise, "All entries of a row of x are moved at once."),
        (np.zeros_like(wanted), "The gradient is zero: the change of x is lost."),
    ):
        if same(found, wrong, 1e-5):
            mistake = words
            break
    raise CheckFailed(
        mistake,
        f"For the first entry of x you have {found.flat[0]:.6g}; it should be "
        f"{wanted.flat[0]:.6g}. f mixes the entries of a row, so one entry of x moves several of "
        "the output: move one entry at a time and sum up dy times the changes.",
        SECTION,
    )


def takes_central_differences(answer: Answer, eps: float = 0.5, seed: int = 2) -> None:
    """The difference is taken between eps above and eps below."""
    rng = np.random.default_rng(seed)
    x, dy = probe(rng, (4,)), probe(rng, (4,))
    found = _gradient(answer, lambda z: z**3, x.copy(), dy.copy(), eps)
    wanted = dy * (3 * x**2 + eps**2)
    if same(found, wanted):
        return
    mistake = "This is not the central difference with this eps."
    for wrong, words in (
        (dy * (3 * x**2 + 3 * x * eps + eps**2), "The difference is taken to one side only."),
        (dy * (3 * x**2 - 3 * x * eps + eps**2), "The difference is taken to one side only."),
        (dy * (3 * x**2 + eps**2 / 4), "The two points are eps apart, not 2 eps."),
        (dy * (3 * x**2), "eps is ignored."),
        (2 * wanted, "The difference is divided by eps; its two points are 2 eps apart."),
        (3 * x**2 + eps**2, "dy is left out: this is the gradient of sum(f(x))."),
        (-wanted, "The gradient has the wrong sign."),
    ):
        if same(found, wrong, 1e-5 if words.startswith("eps is") else 1e-6):
            mistake = words
            break
    raise CheckFailed(
        mistake,
        f"For f(x) = x³ at x = {x[0]:.4g} with eps = {eps:g} and dy = {dy[0]:.4g} you have "
        f"{found[0]:.6g}; dy (f(x + eps) − f(x − eps)) / (2 eps) is {wanted[0]:.6g}.",
        SECTION,
    )


def handles_every_x(answer: Answer, eps: float = 1e-4, seed: int = 3) -> None:
    """x has any shape and memory order, and it is left as it was, to the last digit."""
    rng = np.random.default_rng(seed)
    for x in (probe(rng, (3,)), probe(rng, (2, 1, 2)), probe(rng, (2, 3)).T):
        dy, before = probe(rng, x.shape), x.copy()
        kept = dy.copy()
        found = _gradient(answer, lambda z: 3 * z, x, dy, eps)
        if (x != before).any():
            raise CheckFailed(
                "numerical_gradient changes its input.",
                f"After the call, x differs by up to {np.abs(x - before).max():.1g}. Adding eps "
                "and taking it away again is not exact: move a copy, or put the old value back.",
                CONVENTIONS,
            )
        if (dy != kept).any():
            raise CheckFailed("numerical_gradient changes dy.", "", CONVENTIONS)
        if not same(found, 3 * dy, 1e-5):
            order = "not in one piece in memory" if x.ndim == 2 else f"of shape {x.shape}"
            raise CheckFailed(
                f"The gradient is wrong for an x {order}.",
                "With f(x) = 3x it should be 3 dy. `x.reshape(-1)` and `x.ravel()` are sometimes "
                "views of x and sometimes copies: index x itself, for example with np.ndindex.",
                SECTION,
            )
