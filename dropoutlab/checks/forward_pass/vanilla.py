"""Properties of `vanilla_dropout(x, p, training, rng)`: mask in training, shrink at inference."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import coins, masks, scales
from ..arrays import CONVENTIONS, DTYPES, probe, real_array, same_dtype, signs, unchanged
from ..failure import CheckFailed, call, call_in_turn, wants_value_error

Answer = Callable[..., Any]
SECTION = "Vanilla dropout: shrink at inference"


def _output(
    answer: Answer,
    x: NDArray[Any],
    p: float,
    training: bool,
    rng: np.random.Generator,
    watch_x: bool = False,
) -> NDArray[Any]:
    # Only `keeps_the_conventions` asks whether x was changed, so the others hand in a copy.
    x = x if watch_x else x.copy(order="K")
    doing = f"vanilla_dropout(x, p={p:g}, training={training}, rng)"
    return real_array(call(answer, x, p, training, rng, doing=doing), x.shape, "the output")


def _draws(answer: Answer) -> masks.Draws:
    def draws(
        shape: tuple[int, ...], p: float, rng: np.random.Generator, times: int
    ) -> list[masks.Mask]:
        arguments = [(signs(shape).copy(), p, True, rng) for _ in range(times)]
        doing = f"vanilla_dropout(x, p={p:g}, training=True, rng)"
        outputs = call_in_turn(answer, arguments, doing)
        return [real_array(y, shape, "the output") != 0 for y in outputs]

    return draws


def keeps_values_in_training(
    answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 1
) -> None:
    """In training, an entry of the output is 0 or the entry of x as it was."""
    rng = np.random.default_rng(seed)
    for p in ps:
        for x in (probe(rng, (40, 50)), probe(rng, (50, 40)).T):
            y = _output(answer, x, p, True, rng)
            scales.kept_are_scaled(y, x, p, 1.0, "the output", SECTION)


def drops_with_own_coins(answer: Answer, p: float = 0.3, size: int = 16_000, seed: int = 2) -> None:
    """In training, every entry has its own coin from rng and is dropped with probability p."""
    draws, rng = _draws(answer), np.random.default_rng(seed)
    draw = masks.one_of(draws)
    masks.share_is(draw((size,), p, rng), p, "the output")
    masks.draws_are_fresh(draw, seed, "the output", p)
    coins.coins_are_independent(draws, seed, "the output", p)
    turned = signs((size // 100, 100)).T
    masks.share_is(_output(answer, turned, p, True, rng) != 0, p, "the output for a transposed x")


def shrinks_at_inference(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 3) -> None:
    """At inference nothing is dropped and the output is (1 - p) x."""
    rng = np.random.default_rng(seed)
    for p in ps:
        x = probe(rng, (8, 9))
        y = _output(answer, x, p, False, rng)
        scales.whole_array_is_scaled(y, x, p, 1 - p, "the output", SECTION)


def keeps_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 4
) -> None:
    """x is left alone, its dtype is kept, and p = 0, p = 1 and a wrong p are handled."""
    rng = np.random.default_rng(seed)
    for training, p in product((True, False), (0.3, 0.0, 1.0)):
        for shape, dtype in zip(((7,), (3, 4, 5), (2, 3)), DTYPES, strict=True):
            x = probe(rng, shape, dtype)
            before = x.copy()
            y = _output(answer, x, p, training, rng, watch_x=True)
            unchanged(x, before, "vanilla_dropout")
            same_dtype(y, dtype, "vanilla_dropout")
            if p in (0.0, 1.0) and not np.allclose(y, (1 - p) * x):
                raise CheckFailed(
                    f"p = {p:g} is not handled.",
                    f"With training={training} and p = {p:g} the output should be "
                    f"{'all zeros' if p else 'x itself'}.",
                    CONVENTIONS,
                )
    for p in outside:
        doing = f"vanilla_dropout(x, p={p:g}, training=True, rng)"
        wants_value_error(answer, probe(rng, (2, 3)), p, True, rng, doing=doing, reread=CONVENTIONS)
