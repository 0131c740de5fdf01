"""Properties of `ablate(activations, keep)`."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, DTYPES, probe, real_array
from ..failure import CheckFailed, call
from .edges import left_alone, without_error

Answer = Callable[..., Any]
SECTION = "Take units away"
SHAPES = ((9, 16), (16, 16))


def _ablated(answer: Answer, h: NDArray[Any], keep: NDArray[np.bool_]) -> NDArray[Any]:
    doing = f"ablate(activations, keep) with shapes {h.shape} and {keep.shape}"
    value = call(answer, h, keep, doing=doing)
    if isinstance(value, np.ndarray) and value.shape == (len(h), keep.sum()) != h.shape:
        raise CheckFailed(
            "The columns of the removed units are cut out.",
            f"The output has shape {value.shape} instead of {h.shape}. The next layer still "
            "expects every unit: set the removed ones to 0.",
            SECTION,
        )
    return real_array(value, h.shape, "the output of ablate")


def _some(rng: np.random.Generator, d: int, kept: int) -> NDArray[np.bool_]:
    return rng.permutation(np.arange(d) < kept)


def silences_removed_units(
    answer: Answer, kept: Sequence[int] = (5, 12), seed: int = 1, shapes: Any = SHAPES
) -> None:
    """Units that are not kept are 0 for every example, and only those."""
    rng = np.random.default_rng(seed)
    for shape in shapes:
        for number in kept:
            h, keep = probe(rng, shape), _some(rng, shape[1], number)
            zero = _ablated(answer, h.copy(), keep.copy()) == 0
            if (zero == ~keep).all():
                continue
            mistake = "The wrong entries are 0."
            if not zero.any():
                mistake = "Nothing is removed."
            elif (zero == keep).all():
                mistake = "The units to keep are removed, and the others kept."
            elif shape[0] == shape[1] and (zero == ~keep[:, None]).all():
                mistake = "Examples are removed, not units."
            elif zero.all():
                mistake = "Everything is removed."
            elif (zero == ~keep | (h < 0)).all():
                mistake = "Negative activations are cut off."
            elif zero.sum() == (~keep).sum() * shape[0]:
                mistake = "The right number of units is removed, but not those that `keep` names."
            raise CheckFailed(
                mistake,
                f"{number} of {shape[1]} units are to be kept, in all {shape[0]} examples; "
                f"{zero.sum()} of {zero.size} entries of the output are 0 instead of "
                f"{(shape[1] - number) * shape[0]}.",
                SECTION,
            )


def makes_up_for_them(
    answer: Answer, kept: Sequence[int] = (5, 12), seed: int = 2, shapes: Any = SHAPES
) -> None:
    """What is kept is multiplied by the number of units over the number of kept ones."""
    rng = np.random.default_rng(seed)
    for shape in shapes:
        for number in kept:
            h, keep = probe(rng, shape), _some(rng, shape[1], number)
            y = _ablated(answer, h.copy(), keep.copy())
            d, n = shape[1], shape[0]
            factors = (y / h)[:, keep]
            if not (y[:, keep] != 0).any():
                factors = (y / h)[:, ~keep]  # swapped, which the first property tells
            if np.allclose(factors, d / number, rtol=1e-6):
                continue
            found = float(np.median(factors))
            mistake = "Kept units are multiplied by the wrong factor."
            for value, words in (
                (1.0, "Kept units are not rescaled."),
                (number / d, "Kept units are shrunk by the share kept instead of enlarged."),
                (d / (d - number), "The factor uses the number of removed units."),
                (2.0, "Kept units are doubled, however many are kept."),
                (float(d // number), "The factor is cut down to a whole number."),
                ((d / number) ** 2, "Kept units are rescaled twice."),
                ((d / number) ** 0.5, "The factor is the square root of the right one."),
                (n / number, "The factor uses the number of examples instead of that of units."),
                (n * d / number, "The factor is too large by the number of examples."),
            ):
                if np.isclose(found, value, rtol=1e-6):
                    mistake = words
                    break
            if not np.allclose(factors, found, rtol=1e-6):
                mistake = "Kept units are not multiplied by one common factor."
            raise CheckFailed(
                mistake,
                f"With {number} of {d} units kept, a kept entry is {found:.4g} times what it was; "
                f"it should be {d}/{number} = {d / number:.4g} times.",
                SECTION,
            )


def keeps_the_conventions(answer: Answer, dtypes: Sequence[type] = DTYPES, seed: int = 3) -> None:
    """It leaves its input alone, keeps the dtype, and removes all or none."""
    rng = np.random.default_rng(seed)
    h, keep = probe(rng, (6, 8)), _some(rng, 8, 3)
    before, kept_before = h.copy(), keep.copy()
    y = _ablated(answer, h, keep)
    left_alone(h, before, "ablate", "activations")
    left_alone(keep, kept_before, "ablate", "keep")
    if not (y != 0).any():
        raise CheckFailed("Everything is removed.", "3 of 8 units were to be kept.", SECTION)
    ones: list[NDArray[Any]] = []
    for dtype in dtypes:
        # A batch of one example, which is a batch as well.
        ones.append(_ablated(answer, h[:1].astype(dtype), keep.copy()))
        found = ones[-1].dtype
        if found != dtype:
            raise CheckFailed(
                "ablate changes the dtype.",
                f"The activations are {np.dtype(dtype)}, the output {found}. `keep.sum()` is a "
                "numpy number, and what is divided by it as well; float(...) makes a plain number "
                "of it, which leaves the dtype of an array alone.",
                CONVENTIONS,
            )
    h32 = h.astype(np.float32)
    before, nobody = h32.copy(), np.zeros(8, dtype=bool)
    none = without_error(lambda: _ablated(answer, h32, nobody), "no unit is kept", SECTION)
    left_alone(h32, before, "ablate", "activations")
    left_alone(nobody, np.zeros(8, dtype=bool), "ablate", "keep")
    if none.dtype != np.float32:
        raise CheckFailed(
            "ablate changes the dtype where no unit is kept.",
            f"The activations are float32, the output {none.dtype}.",
            CONVENTIONS,
        )
    if (none != 0).any():
        raise CheckFailed(
            "Removing every unit leaves something.",
            "With no unit kept the output should be 0 everywhere.",
            SECTION,
        )
    if not np.allclose(_ablated(answer, h.copy(), np.ones(8, dtype=bool)), h):
        raise CheckFailed(
            "Keeping every unit changes the activations.",
            "With all units kept nothing is missing, so the output should be equal to the input.",
            SECTION,
        )
    for dtype, one in zip(dtypes, ones, strict=True):
        if not np.allclose(one, y[:1], rtol=0.01, atol=0):
            raise CheckFailed(
                "One example, or another dtype, gets another result.",
                f"An example as {np.dtype(dtype)}, alone, does not become what it becomes as one "
                "of several in float64.",
                SECTION,
            )
