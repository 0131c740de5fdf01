"""What the checks of the variants share: several results, draws in bulk, fresh noise, edges."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, real_array, same_dtype, unchanged
from ..failure import CheckFailed
from ..masks import ONE_COIN, Draw, Draws, Mask
from ..scales import whole_array_is_scaled

Floats = NDArray[np.floating]


def several(
    value: Any, shapes: Sequence[tuple[int, ...]], function: str, names: Sequence[str]
) -> list[NDArray[Any]]:
    """The arrays of a returned tuple, each checked by `real_array`."""
    if not isinstance(value, tuple | list) or len(value) != len(names):
        found = f"a tuple of {len(value)}" if isinstance(value, tuple) else type(value).__name__
        raise CheckFailed(
            f"{function} does not return {('', '', 'two', 'three')[len(names)]} things.",
            f"It returned {found}; return {', '.join(names)}.",
        )
    return [
        real_array(part, shape, f"the {name} from {function}")
        for part, shape, name in zip(value, shapes, names, strict=True)
    ]


def in_bulk(draw: Draw) -> Draws:
    """The same coins with fewer calls: small draws are the rows of a large one.

    The learner's function may run in another process, where every call takes its time. A right
    answer has independent coins for every example, so that an example is as good as a draw.
    """

    def draws(shape: tuple[int, ...], p: float, rng: np.random.Generator, times: int) -> list[Mask]:
        size = int(np.prod(shape))
        if times == 1 or size > 100:
            return [draw(shape, p, rng) for _ in range(times)]
        return [row.reshape(shape) for row in draw((times, size), p, rng)]

    return draws


def noise_is_fresh(
    draw: Callable[[np.random.Generator], NDArray[Any]], seed: int, what: str
) -> None:
    """Fail unless numbers of a continuous distribution come from rng, and anew on every call."""
    rng, again, other = (np.random.default_rng(s) for s in (seed, seed, seed + 1))
    first, second = draw(rng), draw(rng)
    if (first == second).all():
        raise CheckFailed(
            "Every call gives the same noise.",
            f"Two calls in a row with one rng gave the same {what}. Draw from the rng that is "
            "handed in, without copying, seeding or rebuilding it.",
            CONVENTIONS,
        )
    if (first != draw(again)).any() or (first == draw(other)).all():
        raise CheckFailed(
            "The noise does not come from the rng that is handed in.",
            f"Two generators with the same seed gave different {what}, or two with different "
            "seeds the same. Use `rng`, not `np.random` and no generator of your own.",
            CONVENTIONS,
        )


def entries_are_told_apart(values: Floats, p: float, what: str, noise: str) -> None:
    """Fail with a name if rows or columns of a mask (N, d) of noise are copies of each other."""
    if (values == values.flat[0]).all():
        raise CheckFailed(
            f"One {noise} serves the whole array.",
            f"At p = {p:g} all {values.size} entries of {what} are {values.flat[0]:.4g}.",
            ONE_COIN,
        )
    for lines, mistake in (
        (values, f"All examples of the batch share one {noise}."),
        (values.T, f"All units of an example share one {noise}."),
    ):
        if (lines == lines[0]).all():
            raise CheckFailed(
                mistake, f"At p = {p:g} the {len(lines)} lines of {what} are copies.", ONE_COIN
            )


def rests_at_inference(
    y: Floats, factor: Floats, x: Floats, p: float, section: str, name: str = "mask"
) -> None:
    """Fail unless the output at inference is x and what is returned beside it all ones."""
    whole_array_is_scaled(y, x, p, 1.0, "the output", section)
    if not np.allclose(factor, 1.0):
        raise CheckFailed(
            f"The {name} at inference is not all ones.",
            f"With training=False and p = {p:g} its entries are between {factor.min():.4g} and "
            f"{factor.max():.4g}.",
            section,
        )


def is_left_alone(x: Floats, before: Floats, y: Floats, function: str) -> None:
    """Fail if x was changed or the output has another dtype."""
    unchanged(x, before, function)
    same_dtype(y, before.dtype, function)


def all_are_left_alone(
    arrays: Sequence[Floats], before: Sequence[Floats], names: Sequence[str], function: str
) -> None:
    """Fail, with its name, if one of several arrays that were handed in was changed."""
    for array, copy, name in zip(arrays, before, names, strict=True):
        changed = int(np.sum(array != copy))
        if changed:
            raise CheckFailed(
                f"{function} changes its input.",
                f"{changed} of {array.size} entries of {name} are different after the call. Other "
                f"code still needs them: make a new array, without `{name} *= ...`, "
                f"`{name}[...] = ...` or `out={name}`.",
                CONVENTIONS,
            )


def edge_is(y: Floats, factor: Floats, x: Floats, p: float, name: str = "mask") -> None:
    """Fail unless p = 0 leaves x, and p = 1 zeros, with a mask of ones or zeros to match."""
    if not np.allclose(y, (1 - p) * x) or not np.allclose(factor, 1 - p):
        words = f"all zeros and so should the {name}" if p else f"x and the {name} all ones"
        raise CheckFailed(
            f"p = {p:g} is not handled.",
            f"With training=True and p = {p:g} the output should be {words}.",
            CONVENTIONS,
        )


def output_follows(y: Floats, x: Floats, mask: Floats, p: float, section: str) -> None:
    """Fail unless y is x * mask."""
    strangers = int((~np.isclose(y, x * mask, rtol=1e-5, atol=1e-12)).sum())
    if strangers:
        raise CheckFailed(
            "The mask that is returned is not the one that was used.",
            f"At p = {p:g}, {strangers} of {y.size} entries of the output are not x * mask. "
            "Draw once, and use that draw for both.",
            section,
        )
