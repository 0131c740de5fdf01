"""Properties of `variational_rnn(x, W_x, W_h, b, p, training, rng)`: (h, mask_x, mask_h)."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .. import coins, masks, scales
from ..arrays import CONVENTIONS, probe, real_array
from ..chance import plausible
from ..failure import CheckFailed, call, wants_value_error
from .common import all_are_left_alone
from .own_coins import Noted
from .suspects import name_of

Answer = Callable[..., Any]
Floats = NDArray[np.floating]
SECTION = "Recurrent networks: when to throw the coins"


class _Run(NamedTuple):
    h: Floats
    mask_x: Floats
    mask_h: Floats


def _weights(rng: np.random.Generator, n_in: int, units: int, diagonal: bool) -> list[Floats]:
    """W_x, W_h and b, small enough for tanh not to saturate."""
    if diagonal:
        to_x, to_h, b = (probe(rng, (units,)) for _ in range(3))
        return [np.diag(0.15 * to_x), np.diag(0.25 * to_h), b / 9]
    sizes = ((n_in, units), (units, units), (units,))
    return [0.3 * probe(rng, size) / np.sqrt(size[0]) for size in sizes]


def _run(
    answer: Answer,
    x: Floats,
    weights: Sequence[Floats],
    p: float,
    training: bool,
    rng: np.random.Generator,
    watch: bool = False,
) -> _Run:
    # Only `keeps_the_conventions` asks whether something was changed; the others hand in copies.
    (n, steps, n_in), units = x.shape, len(weights[2])
    doing = f"variational_rnn(x, W_x, W_h, b, p={p:g}, training={training}, rng)"
    given = [x, *weights] if watch else [array.copy() for array in (x, *weights)]
    value = call(answer, *given, p, training, rng, doing=doing)
    if not isinstance(value, tuple | list) or len(value) != 3:
        raise CheckFailed(
            "variational_rnn does not return three things.",
            "Return the hidden states and both masks: `return h, mask_x, mask_h`.",
        )
    for name, mask, size in (("mask_x", value[1], n_in), ("mask_h", value[2], units)):
        if isinstance(mask, np.ndarray) and mask.ndim == 3 and mask.shape[-1] == size:
            raise CheckFailed(
                "There is a coin for every time step.",
                f"{name} has shape {mask.shape} and should have {(n, size)}: a row for each "
                "sequence, used at all its steps.",
                SECTION,
            )
        if isinstance(mask, np.ndarray) and n > 1 and mask.shape in ((size,), (1, size)):
            raise CheckFailed(
                "All sequences of the batch share one mask.",
                f"{name} has shape {mask.shape} and should have {(n, size)}.",
                SECTION,
            )
    return _Run(
        real_array(value[0], (n, steps, units), "the array of hidden states"),
        real_array(value[1], (n, n_in), "mask_x"),
        real_array(value[2], (n, units), "mask_h"),
    )


def throws_coins_once_per_sequence(answer: Answer, p: float = 0.3, seed: int = 1) -> None:
    """mask_x and mask_h hold 0 and 1/(1-p), with a coin for every sequence and every unit."""
    rng = np.random.default_rng(seed)
    run = _run(answer, probe(rng, (128, 2, 128)), _weights(rng, 128, 128, False), p, True, rng)
    for mask, name in ((run.mask_x, "mask_x"), (run.mask_h, "mask_h")):
        scales.kept_are_scaled(mask, np.ones(mask.shape), p, 1 / (1 - p), name, SECTION)
        coins.entries_are_independent(mask != 0, name)
        masks.share_is(mask != 0, p, name)
    alike = int(((run.mask_x != 0) == (run.mask_h != 0)).sum())
    if not plausible(alike, run.mask_x.size, p**2 + (1 - p) ** 2):
        raise CheckFailed(
            "mask_x and mask_h are thrown with the same coins.",
            f"{alike / run.mask_x.size:.1%} of their entries agree. Inputs and hidden units need "
            "coins of their own.",
            SECTION,
        )

    def draw(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        x = np.ones((shape[0], 1, shape[1] // 2))
        both = _run(
            answer, x, [np.eye(shape[1] // 2)] * 2 + [np.zeros(shape[1] // 2)], p, True, rng
        )
        return np.hstack([both.mask_x, both.mask_h]) != 0

    noted = Noted(draw)
    masks.draws_are_fresh(noted, seed, "the masks")
    for _ in range(4):  # so many are needed to tell a number that is fixed from chance
        noted((64, 64), p, rng)
    noted.note(run.mask_x != 0, p)
    noted.note(run.mask_h != 0, p)
    noted.leave_the_count_to_chance("the masks")


def uses_its_masks_at_every_step(
    answer: Answer, ps: Sequence[float] = (0.2, 0.6), seed: int = 2
) -> None:
    """Every step multiplies x_t and h_{t-1} by the masks of its sequence, and no step by others."""
    rng = np.random.default_rng(seed)
    for p in ps:
        # With diagonal weights, every unit shows by itself what it was multiplied by.
        for diagonal, n_in, units in ((True, 8, 8), (False, 5, 7)):
            x, weights = probe(rng, (12, 6, n_in)), _weights(rng, n_in, units, diagonal)
            run = _run(answer, x, weights, p, True, rng)
            if not np.allclose(run.h, _next(x, run.h, weights, *run[1:]), rtol=1e-5, atol=1e-7):
                _explain(x, run, weights, p, diagonal)


def _next(
    x: Floats, h: Floats, weights: Sequence[Floats], mask_x: Any, mask_h: Any, twist: str = ""
) -> Floats:
    """What every step should give after the step before it, as far as that is in h."""
    to_x, to_h, b = weights
    mask_x, mask_h = (m[:, None] if np.ndim(m) else m for m in (mask_x, mask_h))
    before = np.zeros_like(h)
    before[:, 1:] = h[:, :-1]
    recurrent = (before @ to_h) * mask_h if twist == "late" else (before * mask_h) @ to_h
    z = (x * mask_x) @ to_x + recurrent + (0 if twist == "no bias" else b)
    return z if twist == "linear" else np.tanh(z)


def _explain(x: Floats, run: _Run, weights: Sequence[Floats], p: float, diagonal: bool) -> None:
    h, mask_x, mask_h = run
    one, scale = 1.0, 1 / (1 - p)
    suspects = [
        (_next(x, h, weights, mask_x, one), "The hidden state is not masked."),
        (_next(x, h, weights, one, mask_h), "The inputs are not masked."),
        (_next(x, h, weights, mask_x, 0.0), "The hidden state is not handed on to the next step."),
        (_next(x, h, weights, one, one), "The masks are returned but not used."),
        (_next(x, h, weights, mask_x, mask_h, "no bias"), "The bias b is missing."),
        (_next(x, h, weights, mask_x, mask_h, "linear"), "The tanh is missing."),
        (_next(x, h, weights, mask_x * scale, mask_h * scale), "The masks are rescaled twice."),
        (_next(x, h, weights, mask_x / scale, mask_h / scale), "The masks are used unscaled."),
    ]
    if h.shape[-1] == x.shape[-1]:
        suspects.append((_next(x, h, weights, mask_h, mask_x), "The two masks are swapped."))
    if not diagonal:
        late = _next(x, h, weights, mask_x, mask_h, "late")
        suspects.append((late, "The mask of h is applied after W_h instead of before it."))
    mistake = name_of(h, suspects, "")
    if not mistake and float((h == 0).mean()) > p / 4:
        mistake = "The hidden states that are returned are masked themselves."
    if not mistake and diagonal and _changes_over_time(x, h, weights, p):
        mistake = "The mask changes from step to step."
    wrong = ~np.isclose(h, _next(x, h, weights, mask_x, mask_h), rtol=1e-5, atol=1e-7)
    steps = ", ".join(str(t + 1) for t in np.flatnonzero(wrong.any(axis=(0, 2))))
    raise CheckFailed(
        mistake or "The hidden states do not follow the recurrence.",
        f"At p = {p:g}, {int(wrong.sum())} of {h.size} hidden states (at step {steps}) are not "
        "tanh((x_t * mask_x) @ W_x + (h_before * mask_h) @ W_h + b) with the masks returned.",
        SECTION,
    )


def _changes_over_time(x: Floats, h: Floats, weights: Sequence[Floats], p: float) -> bool:
    """Whether every step is explained by masks of 0 and 1/(1-p), but not by the same ones."""
    factors = (0.0, 1 / (1 - p))
    fits = np.array(
        [
            np.isclose(h, _next(x, h, weights, fx, fh), rtol=1e-5, atol=1e-7)
            for fx in factors
            for fh in factors
        ]
    )[:, :, 1:]  # the first step has no hidden state before it
    return bool(fits.any(axis=0).mean() > 0.99 and not fits.all(axis=2).any(axis=0).all())


def rests_at_inference(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 3) -> None:
    """At inference both masks are all ones and nothing is dropped or scaled."""
    rng = np.random.default_rng(seed)
    for p in ps:
        x, weights = probe(rng, (9, 4, 5)), _weights(rng, 5, 7, False)
        run = _run(answer, x, weights, p, False, rng)
        for mask, name in ((run.mask_x, "mask_x"), (run.mask_h, "mask_h")):
            scales.whole_array_is_scaled(mask, np.ones(mask.shape), p, 1.0, name, SECTION)
        if not np.allclose(run.h, _next(x, run.h, weights, 1.0, 1.0), rtol=1e-5, atol=1e-7):
            shrunk = (_next(x, run.h, weights, 1 - p, 1 - p), "Inference shrinks by 1-p as well.")
            raise CheckFailed(
                name_of(
                    run.h, [shrunk], "At inference the hidden states are not those of the RNN."
                ),
                f"With training=False and p = {p:g}, every step should be "
                "tanh(x_t @ W_x + h_before @ W_h + b).",
                SECTION,
            )


def keeps_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 4
) -> None:
    """Nothing handed in is changed, and p = 0, p = 1 and a wrong p are handled."""
    rng = np.random.default_rng(seed)
    x, weights = probe(rng, (6, 3, 4)), _weights(rng, 4, 5, False)
    before = [array.copy() for array in (x, *weights)]
    for p in (0.3, 0.0, 1.0):
        run = _run(answer, x, weights, p, True, rng, watch=True)
        names = ("x", "W_x", "W_h", "b")
        all_are_left_alone((x, *weights), before, names, "variational_rnn")
        if p != 0.3 and not (np.allclose(run.mask_x, 1 - p) and np.allclose(run.mask_h, 1 - p)):
            raise CheckFailed(
                f"p = {p:g} is not handled.",
                f"At p = {p:g} both masks should be all {'zeros' if p else 'ones'}.",
                CONVENTIONS,
            )
    for p in outside:
        doing = f"variational_rnn(x, W_x, W_h, b, p={p:g}, training=True, rng)"
        wants_value_error(answer, x, *weights, p, True, rng, doing=doing, reread=CONVENTIONS)
