"""Properties of `dead_units(activations)`."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import real_array
from ..failure import CheckFailed, call
from .edges import left_alone

Answer = Callable[..., Any]
SECTION = "Dead units"
HARDLY = 1e-7  # an activation that is not 0, above the 1e-8 that np.isclose takes for 0


def _activations(
    seed: int, shape: tuple[int, int]
) -> tuple[NDArray[np.float64], dict[str, NDArray[np.bool_]]]:
    """Activations after a ReLU, and which units are of which kind."""
    rng = np.random.default_rng(seed)
    n, d = shape
    h = np.maximum(rng.normal(size=shape), 0.0)
    h[rng.integers(0, n, d), np.arange(d)] = 0.7  # no unit is dead by chance
    kind = rng.permutation(np.arange(d) % 5)
    h[:, kind == 0] = 0.0
    for unit in np.flatnonzero(kind == 1):  # active once, and hardly
        h[:, unit] = 0.0
        h[rng.integers(0, n), unit] = HARDLY
    h[:, kind == 2] = 1.25
    names = {"dead": 0, "rarely active": 1, "constant": 2}
    return h, {name: kind == number for name, number in names.items()}


def _dead(answer: Answer, h: NDArray[Any]) -> NDArray[Any]:
    value = call(answer, h, doing=f"dead_units(activations) with shape {h.shape}")
    if isinstance(value, int | float | np.integer | np.floating):
        raise CheckFailed(
            "One number is returned, not one answer for each unit.",
            f"For activations of shape {h.shape} return an array of shape {h.shape[1:]}.",
            SECTION,
        )
    by_example = {h.shape[:1], (*h.shape[:1], 1)} - {h.shape[1:]}
    if isinstance(value, np.ndarray) and value.shape in by_example:
        raise CheckFailed(
            "There is one answer for each example, not for each unit.",
            f"The activations have shape {h.shape}, with a column for every unit; the answer has "
            f"shape {value.shape}. Which axis are the examples on?",
            SECTION,
        )
    return real_array(value, h.shape[1:], "the array of dead units")


def is_boolean(answer: Answer, shapes: Sequence[tuple[int, int]] = ((8, 15), (1, 10))) -> None:
    """It returns one True or False for each unit, and leaves the activations alone."""
    for number, shape in enumerate(shapes):
        h, kinds = _activations(number, shape)
        before = h.copy()
        dead = _dead(answer, h)
        left_alone(h, before, "dead_units", "activations")
        if dead.dtype != np.bool_:
            raise CheckFailed(
                "The array of dead units is not boolean.",
                f"Its dtype is {dead.dtype}. A comparison such as `a == 0` gives booleans.",
                SECTION,
            )
        if dead.all() or not dead.any():
            raise CheckFailed(
                "All units are said to be dead." if dead.all() else "No unit is said to be dead.",
                f"Of {shape[1]} units {kinds['dead'].sum()} are 0 on all {shape[0]} examples.",
                SECTION,
            )


def looks_at_every_example(
    answer: Answer, shapes: Sequence[tuple[int, int]] = ((100, 30), (30, 30), (4, 1)), seed: int = 1
) -> None:
    """A unit is dead if it is 0 on every example, and only then."""
    for number, shape in enumerate(shapes):
        h, kinds = _activations(seed + 1000 * number, shape)
        found = _dead(answer, h.copy()) != 0
        dead, rare, constant = kinds["dead"], kinds["rarely active"], kinds["constant"]
        if (found == dead).all():
            continue
        evidence = (
            f"On {shape[0]} examples, {dead.sum()} of {shape[1]} units are always 0; you report "
            f"{found.sum()}, of which {(found & dead).sum()} are among them."
        )
        mistake = "The wrong units are said to be dead."
        if (found == ~dead).all():
            mistake = "Dead and alive are swapped."
        elif (found == (h == 0).any(axis=0)).all():
            mistake = "A unit that is 0 on a single example is taken for dead."
        elif (found == (h[0] == 0)).all() or (found == (h[-1] == 0)).all():
            mistake = "Only one example is looked at."
        elif not found.any():
            mistake = "No unit is said to be dead."
        elif found[dead].all() and found[constant].all():
            mistake = "A unit that is constant, but not 0, is taken for dead."
        elif found[dead].all() and found[rare].all():
            mistake = "A unit that is active on few examples is taken for dead."
            evidence += f" One activation of {HARDLY:g} on one example is enough to be alive."
        elif found[dead].all():
            mistake = "A unit that is 0 on some of the examples is taken for dead."
        raise CheckFailed(mistake, evidence, SECTION)
