"""Properties of `numerical_gradient(f, x, dy, eps)`, by central differences."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, probe, real_array
from ..failure import CheckFailed, call
from .gates import same, upstream_is_unchanged
from .handling import any_number_of_dimensions

Answer = Callable[..., Any]
Function = Callable[[NDArray[Any]], NDArray[Any]]
SECTION = "A gradient without the chain rule"


def _gradient(
    answer: Answer, f: Function, x: NDArray[Any], dy: NDArray[Any], eps: float
) -> NDArray[Any]:
    strange: list[tuple[int, ...]] = []

    def watched(z: NDArray[Any]) -> NDArray[Any]:
        if np.shape(z) != x.shape:
            strange.append(np.shape(z))
            raise ValueError("This is not the whole of x.")
        return f(np.asarray(z))

    try:
        value = call(
            answer, watched, x, dy, eps, doing=f"numerical_gradient(f, x, dy, eps={eps:g})"
        )
    except CheckFailed:
        if not strange:
            raise
        raise CheckFailed(
            "f is handed something else than the whole of x.",
            f"It was called with an array of shape {strange[0]}, and x has shape {x.shape}. Move "
            "one entry of a copy of x, and hand over all of it.",
            SECTION,
        ) from None
    if isinstance(value, np.ndarray) and x.shape != value.shape == dy.shape:
        raise CheckFailed(
            "The gradient has the shape of dy, not that of x.",
            f"dy has shape {dy.shape}; x has shape {x.shape}, and a derivative for each entry.",
            SECTION,
        )
    return real_array(value, x.shape, "the result of numerical_gradient")


def agrees_with_the_chain_rule(answer: Answer, eps: float = 1e-5, seed: int = 1) -> None:
    """Every entry is the derivative of sum(dy * f(x)) by one entry of x."""
    rng = np.random.default_rng(seed)
    x, dy, w = probe(rng, (3, 2)), probe(rng, (3, 4)), probe(rng, (2, 4))
    _compare(_gradient(answer, lambda z: z @ w, x.copy(), dy.copy(), eps), dy, w, dy @ w.T, eps)
    y = np.tanh(x @ w)
    wanted = (dy * (1 - y**2)) @ w.T
    found = _gradient(answer, lambda z: np.tanh(z @ w), x.copy(), dy.copy(), eps)
    _compare(found, dy, w, wanted, eps)


def _compare(
    found: NDArray[Any], dy: NDArray[Any], w: NDArray[Any], wanted: NDArray[Any], eps: float
) -> None:
    if same(found, wanted, 1e-3):
        return
    mistake = "The gradient is not that of sum(dy * f(x))."
    rowwise = wanted.sum(axis=1, keepdims=True) + 0 * wanted
    for wrong, words in (
        (2 * wanted, "The difference is divided by eps; its two points are 2 eps apart."),
        (wanted / 2, "The gradient is half as large as it should be."),
        (wanted * eps**2, "`/ 2 * eps` divides by 2 and multiplies by eps: brackets are missing."),
        (dy[:, :2] * np.diag(w), "Only one entry of the output is looked at."),
        (-wanted, "The gradient has the wrong sign."),
        (np.ones_like(dy) @ w.T, "dy is left out: this is the gradient of sum(f(x))."),
        (wanted / dy.size, "The mean is taken where the sum is meant."),
        (np.full_like(wanted, wanted.sum()), "All entries of x are moved at once."),
        (rowwise, "All entries of a row of x are moved at once."),
        (np.zeros_like(wanted), "The gradient is zero: the change of x is lost."),
    ):
        if np.allclose(found, wrong, rtol=1e-3, atol=1e-14):
            mistake = words
            break
    raise CheckFailed(
        mistake,
        f"For the first entry of x you have {found.flat[0]:.6g}; it should be "
        f"{wanted.flat[0]:.6g}. f mixes the entries of a row, so one entry of x moves several of "
        "the output: move one entry at a time and sum up dy times the changes.",
        SECTION,
    )


def takes_central_differences(answer: Answer, eps: float = 0.4, seed: int = 2) -> None:
    """The difference is taken between eps above and eps below."""
    rng = np.random.default_rng(seed)
    x, dy = probe(rng, (2, 2)), probe(rng, (2, 2))
    moved: list[int] = []

    def cube(z: NDArray[Any]) -> NDArray[Any]:
        moved.append(int((np.abs(z - x) > eps / 4).sum()))
        return np.asarray(z**3)

    found = _gradient(answer, cube, x.copy(), dy.copy(), eps)
    wanted = dy * (3 * x**2 + eps**2)
    if same(found, wanted):
        if moved[:1] == [1] and max(moved) > 1:  # moving all at once is told by the chain rule
            raise CheckFailed(
                "An entry that was moved is not put back before the next one is moved.",
                f"f was called with {max(moved)} entries of x away from their place. For an f that "
                "mixes entries, the derivative is then one at another x.",
                SECTION,
            )
        return
    mistake = "This is not the central difference with this eps."
    for wrong, words in (
        (dy * (3 * x**2 + 3 * x * eps + eps**2), "The difference is taken to one side only."),
        (dy * (3 * x**2 - 3 * x * eps + eps**2), "The difference is taken to one side only."),
        (dy * (3 * x**2 + eps**2 / 4), "The two points are eps apart, not 2 eps."),
        (dy * (3 * x**2), "eps is ignored."),
        (2 * wanted, "The difference is divided by eps; its two points are 2 eps apart."),
        (wanted * eps**2, "`/ 2 * eps` divides by 2 and multiplies by eps: brackets are missing."),
        (wanted / dy.size, "The mean is taken where the sum is meant."),
        (0 * wanted, "The gradient is zero: the change of x is lost."),
        (3 * x**2 + eps**2, "dy is left out: this is the gradient of sum(f(x))."),
        (-wanted, "The gradient has the wrong sign."),
    ):
        if same(found, wrong, 1e-5 if words.startswith("eps is") else 1e-6):
            mistake = words
            break
    raise CheckFailed(
        mistake,
        f"For f(x) = x³ at x = {x[0, 0]:.4g} with eps = {eps:g} and dy = {dy[0, 0]:.4g} you "
        f"have {found[0, 0]:.6g}; dy (f(x + eps) − f(x − eps)) / (2 eps) is {wanted[0, 0]:.6g}.",
        SECTION,
    )


def handles_every_x(answer: Answer, eps: float = 1e-4, seed: int = 3) -> None:
    """x has any shape and memory order, and it is left as it was, to the last digit."""
    rng = np.random.default_rng(seed)
    square, dy = probe(rng, (2, 2)), probe(rng, (2, 2))
    wanted = _gradient(answer, _triple, square.copy(), dy.copy(), eps)
    for x, up, expected in (
        (np.asfortranarray(square), np.asfortranarray(dy), wanted),
        (square.reshape(4), dy.reshape(4), wanted.reshape(4)),
        (square.reshape(2, 1, 2), dy.reshape(2, 1, 2), wanted.reshape(2, 1, 2)),
    ):
        before = x.copy(), up.copy()
        with any_number_of_dimensions(x):
            found = _gradient(answer, _triple, x, up, eps)
        if (x != before[0]).any():
            raise CheckFailed(
                "numerical_gradient changes its input.",
                f"After the call, x differs by up to {np.abs(x - before[0]).max():.1g}. Adding eps "
                "and taking it away again is not exact: move a copy, or put the old value back.",
                CONVENTIONS,
            )
        upstream_is_unchanged(up, before[1], "numerical_gradient")
        if found.dtype != np.float64:
            raise CheckFailed(
                "The gradient has another dtype than x.",
                f"x is float64, the gradient {found.dtype}: it has lost half of its digits."
                if found.dtype.itemsize < 8
                else f"x is float64, the gradient {found.dtype}.",
                CONVENTIONS,
            )
        if not same(found, expected, 1e-5):
            turned = x.ndim == 2
            raise CheckFailed(
                "The gradient is wrong for an x that is not in one piece in memory."
                if turned
                else "The gradient depends on how the same numbers are laid out in x.",
                f"For an x of shape {x.shape}{' in column order' if turned else ''} it differs "
                "from that of the same numbers in a plain (2, 2) array. `x.reshape(-1)` and "
                "`x.ravel()` are sometimes views of x and sometimes copies: index x itself, for "
                "example with np.ndindex.",
                SECTION,
            )


def _triple(z: NDArray[Any]) -> NDArray[Any]:
    return 3 * z
