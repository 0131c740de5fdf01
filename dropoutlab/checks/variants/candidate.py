"""Properties of `recurrent_dropout_step(i, f, o, g, c, p, training, rng)`, which returns (h, c)."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import masks, scales
from ..arrays import CONVENTIONS, pair, probe
from ..failure import CheckFailed, call, wants_value_error
from .common import all_are_left_alone
from .own_coins import every_entry_has_its_own
from .suspects import name_of

Answer = Callable[..., Any]
Floats = NDArray[np.floating]
SECTION = "Recurrent dropout: only what is new"


def _state(rng: np.random.Generator, shape: tuple[int, ...]) -> list[Floats]:
    """Gates i, f, o in (0, 1), a candidate g in (-1, 1), a memory c; none of them zero."""
    gates: list[Floats] = [rng.uniform(0.2, 0.9, shape) for _ in range(3)]
    return [*gates, 0.45 * probe(rng, shape), probe(rng, shape)]


def _step(
    answer: Answer,
    state: Sequence[Floats],
    p: float,
    training: bool,
    rng: np.random.Generator,
    watch: bool = False,
) -> tuple[Floats, Floats]:
    # Only `keeps_the_conventions` asks whether something was changed; the others hand in copies.
    doing = f"recurrent_dropout_step(i, f, o, g, c, p={p:g}, training={training}, rng)"
    given = state if watch else [array.copy() for array in state]
    value = call(answer, *given, p, training, rng, doing=doing)
    h, c_new = pair(value, state[0].shape, "recurrent_dropout_step", "output h", "memory c")
    output = state[2]
    if np.allclose(c_new, output * np.tanh(h)) and not np.allclose(h, output * np.tanh(c_new)):
        raise CheckFailed(
            "h and c are returned in the wrong order.",
            "The second result is o * tanh(first result). Return h first: `return h, c_new`.",
        )
    return h, c_new


def _written(state: Sequence[Floats], c_new: Floats) -> Floats:
    """What was added to the memory f * c, with rounding errors taken for zeros."""
    _, f, _, _, c = state
    added = c_new - f * c
    return np.where(np.abs(added) < 1e-6, 0.0, added)


def drops_only_the_candidate(
    answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 1
) -> None:
    """In training, c is f * c plus i * g times 0 or 1/(1-p): only the candidate is dropped."""
    rng = np.random.default_rng(seed)
    for p in ps:
        state = _state(rng, (30, 40))
        i, f, _, g, c = state
        _, c_new = _step(answer, state, p, True, rng)
        scale = 1 / (1 - p)
        for old, new, words in (
            ((0.0, scale), (1.0,), "The memory c is dropped instead of the candidate g."),
            ((0.0, 1.0), (1.0,), "The memory c is dropped instead of the candidate g."),
            ((0.0, scale), (0.0, scale), "The memory is dropped together with the candidate."),
            ((0.0, 1.0), (0.0, 1.0), "The memory is dropped together with the candidate."),
        ):
            fits = [np.isclose(c_new, a * f * c + b * i * g, atol=1e-7) for a in old for b in new]
            lost = fits[0] if len(new) == 1 else fits[0] | fits[1]
            if np.logical_or.reduce(fits).all() and lost.any():
                raise CheckFailed(
                    words,
                    f"At p = {p:g}, {int(lost.sum())} of {c.size} cells have lost their memory "
                    "f * c. What a cell holds should pass without a coin.",
                    SECTION,
                )
        ratio = _written(state, c_new) / (i * g)
        if not np.allclose(ratio[ratio != 0], np.median(ratio[ratio != 0]), rtol=1e-5):
            raise CheckFailed(
                _mixed_up(state, c_new, scale),
                f"At p = {p:g}, c should be f * c plus 0 or {scale:.4g} times i * g in each cell.",
                SECTION,
            )
        scales.kept_are_scaled(
            _written(state, c_new), i * g, p, scale, "what is added to f * c", SECTION
        )


def _mixed_up(state: Sequence[Floats], c_new: Floats, scale: float) -> str:
    i, f, _, g, c = state
    swapped = np.isclose(c_new, i * c) | np.isclose(c_new, i * c + scale * f * g)
    if swapped.all():
        return "The gates i and f are mixed up."
    for memory, gate, words in (
        (f, state[2], "The gate o is where i belongs."),
        (state[2], i, "The gate o is where f belongs."),
        (1 - f, i, "The memory is multiplied by 1 - f, not by f."),
        (f, 1 - f, "The candidate is multiplied by 1 - f, not by i."),
    ):
        fits = np.isclose(c_new, memory * c) | np.isclose(c_new, memory * c + scale * gate * g)
        if fits.all():
            return words
    if (c_new == 0).any():
        return "The memory is dropped together with the candidate."
    return "The new memory is not f * c and a part of i * g."


def lets_the_output_be(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 2) -> None:
    """The output h is o * tanh(c) with the new c, in both modes."""
    rng = np.random.default_rng(seed)
    for p, training in ((p, training) for p in ps for training in (True, False)):
        state = _state(rng, (20, 30))
        h, c_new = _step(answer, state, p, training, rng)
        i, f, o, g, c = state
        if np.allclose(h, o * np.tanh(c_new), atol=1e-7):
            continue
        mistake = name_of(
            h,
            [
                (o * c_new, "The tanh around the memory is missing."),
                (np.tanh(c_new), "The output gate o is missing."),
                (o * np.tanh(c), "The output is read from the old memory."),
                (o * np.tanh(f * c + i * g), "The output is read from a memory without dropout."),
            ],
            "The output is dropped, not only the candidate."
            if (h == 0).any()
            else "The output is not o * tanh(c).",
        )
        raise CheckFailed(
            mistake,
            f"At p = {p:g}, training={training}, a cell with o = {o.flat[0]:.4g} and new memory "
            f"{c_new.flat[0]:.4g} has output {h.flat[0]:.4g}; o * tanh(c) is "
            f"{o.flat[0] * np.tanh(c_new.flat[0]):.4g}.",
            SECTION,
        )


def throws_own_coins(answer: Answer, p: float = 0.3, seed: int = 3) -> None:
    """Every entry of the candidate has its own coin from rng and is dropped with probability p."""

    def draw(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        one = np.ones(shape)
        state = [one, one / 2, one, one / 2, np.full(shape, 8.0)]
        _, c_new = _step(answer, state, p, True, rng)
        if (c_new < 3.999).any():
            raise CheckFailed(
                "The memory is dropped, not only the candidate.",
                f"At p = {p:g}, where f * c is 4 and i * g above 0, a cell has the memory "
                f"{c_new.min():.4g}.",
                SECTION,
            )
        return ~np.isclose(c_new, 4.0)  # the memory alone: nothing was added

    every_entry_has_its_own(draw, p, seed, "the candidate")


def keeps_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 4
) -> None:
    """Inference is the plain LSTM, nothing handed in is changed, and every p is handled."""
    rng = np.random.default_rng(seed)
    for p, training in ((0.4, True), (0.4, False), (1.0, False), (0.0, True), (1.0, True)):
        state = _state(rng, (7, 5))
        before = [array.copy() for array in state]
        i, f, _, g, c = before
        _, c_new = _step(answer, state, p, training, rng, watch=True)
        all_are_left_alone(state, before, "ifogc", "recurrent_dropout_step")
        if (p, training) == (0.4, True):
            continue
        written = (1 - p if training else 1.0) * i * g
        if np.allclose(c_new, f * c + written, atol=1e-7):
            continue
        mistake = f"p = {p:g} is not handled." if training else "Inference is not the plain LSTM."
        shrunk = (f * c + (1 - p) * i * g, "The candidate is multiplied by 1-p at inference.")
        raise CheckFailed(
            name_of(c_new, [] if training else [shrunk], mistake),
            f"With training={training} and p = {p:g}, the new memory should be f * c"
            f"{'' if training and p == 1 else ' + i * g'}.",
            CONVENTIONS,
        )
    for p in outside:
        doing = f"recurrent_dropout_step(i, f, o, g, c, p={p:g}, training=True, rng)"
        state = _state(rng, (2, 3))
        wants_value_error(answer, *state, p, True, rng, doing=doing, reread=CONVENTIONS)
