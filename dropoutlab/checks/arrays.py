"""What every check of an array starts with: is it an array, of the right shape, with numbers?"""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .failure import CheckFailed

CONVENTIONS = "Conventions"
DTYPES = (np.float32, np.float64, np.float16)


def probe(
    rng: np.random.Generator, shape: tuple[int, ...], dtype: type = np.float64
) -> NDArray[Any]:
    """Activations to test with: of both signs, none of them zero, no two alike."""
    size = rng.uniform(0.5, 2.0, shape)
    sign = np.where(rng.random(shape) < 0.5, -1.0, 1.0)
    return (size * sign).astype(dtype)


@cache
def signs(shape: tuple[int, ...]) -> NDArray[np.float64]:
    """Activations that are all 1 or -1, so that a coin for each value is not one for each entry."""
    return np.where(np.random.default_rng(0).random(shape) < 0.5, -1.0, 1.0)


def real_array(value: Any, shape: tuple[int, ...], what: str) -> NDArray[Any]:
    """The value as an array of finite numbers of this shape.

    Raises CheckFailed where it is anything else; `what` names it, as in "the output".
    """
    what = what[0].upper() + what[1:]
    if value is None:
        raise CheckFailed(f"{what} is None.", "Is there a `return` at the end?")
    if isinstance(value, tuple):
        raise CheckFailed(
            f"{what} is a tuple of {len(value)}, not one array.",
            "Return the array alone, without a comma or a second value.",
        )
    if not isinstance(value, np.ndarray):
        raise CheckFailed(f"{what} is not a numpy array.", f"It is of type {type(value).__name__}.")
    if value.shape != shape:
        raise CheckFailed(
            f"{what} has the wrong shape.", f"It has shape {value.shape} and should have {shape}."
        )
    if value.dtype.kind not in "fbiu":
        raise CheckFailed(
            f"{what} does not hold plain real numbers.", f"Its dtype is {value.dtype}."
        )
    if value.dtype.kind == "f" and not np.isfinite(value).all():
        bad = int((~np.isfinite(value)).sum())
        raise CheckFailed(
            f"{what} contains nan or infinity.",
            f"{bad} of {value.size} entries are not finite: something was divided by zero.",
            CONVENTIONS,
        )
    return value


def pair(
    value: Any, shape: tuple[int, ...], function: str, first: str, second: str
) -> tuple[NDArray[Any], NDArray[Any]]:
    """The two arrays of a returned pair, each checked by `real_array`."""
    if not isinstance(value, tuple | list) or len(value) != 2:
        found = f"a tuple of {len(value)}" if isinstance(value, tuple) else type(value).__name__
        raise CheckFailed(
            f"{function} does not return two things.",
            f"It returned {found}; return the {first} and the {second}: `return a, b`.",
        )
    for part, name in zip(value, (first, second), strict=True):
        if part is None:
            raise CheckFailed(
                f"The {name} from {function} is None.",
                f"It returned a pair as it should, but None for the {name}.",
            )
    return (
        real_array(value[0], shape, f"the {first} from {function}"),
        real_array(value[1], shape, f"the {second} from {function}"),
    )


def unchanged(x: NDArray[Any], before: NDArray[Any], function: str) -> None:
    """Fail if the learner's code has written into its input."""
    changed = int(np.sum(x != before))
    if changed:
        raise CheckFailed(
            f"{function} changes its input.",
            f"{changed} of {x.size} entries of x are different after the call. Other code still "
            "needs them: make a new array, without `x *= ...`, `x[...] = ...` or `out=x`.",
            CONVENTIONS,
        )


def same_dtype(y: NDArray[Any], dtype: Any, function: str) -> None:
    """Fail unless the output has the input's dtype."""
    if y.dtype != np.dtype(dtype):
        raise CheckFailed(
            f"{function} changes the dtype.",
            f"The input is {np.dtype(dtype)}, the output {y.dtype}. A float64 or integer array "
            "in the product decides the dtype; booleans and plain Python numbers do not.",
            CONVENTIONS,
        )
