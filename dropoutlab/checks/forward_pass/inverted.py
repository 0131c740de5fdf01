"""Properties of `dropout_forward(x, p, training, rng)`, which returns the output and its mask."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import coins, masks, scales
from ..arrays import CONVENTIONS, DTYPES, pair, probe, same_dtype, signs, unchanged
from ..failure import CheckFailed, call, call_in_turn, wants_value_error

Answer = Callable[..., Any]
SECTION = "Inverted dropout: grow in training"


def _output_and_mask(
    answer: Answer,
    x: NDArray[Any],
    p: float,
    training: bool,
    rng: np.random.Generator,
    watch_x: bool = False,
) -> tuple[NDArray[Any], NDArray[Any]]:
    # Only `keeps_the_conventions` asks whether x was changed, so the others hand in a copy.
    x = x if watch_x else x.copy(order="K")
    doing = f"dropout_forward(x, p={p:g}, training={training}, rng)"
    value = call(answer, x, p, training, rng, doing=doing)
    return pair(value, x.shape, "dropout_forward", "output", "mask")


def _draws(answer: Answer) -> masks.Draws:
    def draws(
        shape: tuple[int, ...], p: float, rng: np.random.Generator, times: int
    ) -> list[masks.Mask]:
        arguments = [(signs(shape).copy(), p, True, rng) for _ in range(times)]
        doing = f"dropout_forward(x, p={p:g}, training=True, rng)"
        values = call_in_turn(answer, arguments, doing)
        pairs = [pair(value, shape, "dropout_forward", "output", "mask") for value in values]
        return [y != 0 for y, _ in pairs]

    return draws


def scales_what_it_keeps(answer: Answer, ps: Sequence[float] = (0.6, 0.2), seed: int = 1) -> None:
    """In training, an entry of the output is 0 or x / (1 - p)."""
    rng = np.random.default_rng(seed)
    for p in ps:
        for x in (probe(rng, (40, 50)), probe(rng, (50, 40)).T):
            y, _ = _output_and_mask(answer, x, p, True, rng)
            scales.kept_are_scaled(y, x, p, 1 / (1 - p), "the output", SECTION)


def drops_with_own_coins(answer: Answer, p: float = 0.3, size: int = 16_000, seed: int = 2) -> None:
    """In training, every entry has its own coin from rng and is dropped with probability p."""
    draws, rng = _draws(answer), np.random.default_rng(seed)
    draw = masks.one_of(draws)
    masks.share_is(draw((size,), p, rng), p, "the output")
    masks.draws_are_fresh(draw, seed, "the output", p)
    coins.coins_are_independent(draws, seed, "the output", p)
    turned = signs((size // 100, 100)).T
    masks.share_is(
        _output_and_mask(answer, turned, p, True, rng)[0] != 0, p, "the output for a transposed x"
    )


def returns_the_scaled_mask(
    answer: Answer, ps: Sequence[float] = (0.6, 0.2), seed: int = 3
) -> None:
    """The mask holds 0 and 1 / (1 - p), and the output is x times this mask."""
    rng = np.random.default_rng(seed)
    for p in ps:
        for x in (probe(rng, (4_000,)), probe(rng, (50, 40)).T):
            y, mask = _output_and_mask(answer, x, p, True, rng)
            _mask_fits(mask, x, y, p)
        x = probe(rng, (4_000,))
        x[::2] = 0.0  # units that happen to be at 0 have coins as well
        y, mask = _output_and_mask(answer, x, p, True, rng)
        masks.is_not_read_off(mask[::2] != 0, p, "the mask")
        _mask_fits(mask, x, y, p)


def _mask_fits(mask: NDArray[Any], x: NDArray[Any], y: NDArray[Any], p: float) -> None:
    if mask.dtype == np.bool_:
        raise CheckFailed(
            "The mask is returned unscaled, as True and False.",
            "The backward pass multiplies by the mask, so it has to carry the factor 1/(1-p).",
            SECTION,
        )
    scales.kept_are_scaled(mask, np.ones_like(x), p, 1 / (1 - p), "the mask", SECTION)
    strangers = int((~np.isclose(y, x * mask, rtol=1e-5, atol=0)).sum())
    if strangers:
        raise CheckFailed(
            "The mask that is returned is not the one that was used.",
            f"At p = {p:g}, {strangers} of {x.size} entries of the output are not x * mask. "
            "Draw once, and use that draw for both.",
            SECTION,
        )


def is_the_identity_at_inference(
    answer: Answer, ps: Sequence[float] = (0.2, 0.75, 1.0), seed: int = 4
) -> None:
    """At inference the output is x and the mask is all ones."""
    rng = np.random.default_rng(seed)
    for p in ps:
        x = probe(rng, (8, 9))
        doing = f"dropout_forward(x, p={p:g}, training=False, rng)"
        value = call(answer, x.copy(), p, False, rng, doing=doing)
        if isinstance(value, tuple) and len(value) == 2 and value[1] is None:
            raise CheckFailed(
                "There is no mask at inference.",
                f"{doing} returned None for the mask. All ones lets the backward pass multiply "
                "by the mask in both modes.",
                SECTION,
            )
        y, mask = pair(value, x.shape, "dropout_forward", "output", "mask")
        scales.whole_array_is_scaled(y, x, p, 1.0, "the output", SECTION)
        silent = np.where(np.arange(9) % 2, x, 0.0)  # units that happen to be at 0
        _, silent_mask = _output_and_mask(answer, silent, p, False, rng)
        mask = np.stack([mask, silent_mask])
        if not np.allclose(mask, 1.0):
            raise CheckFailed(
                "The mask at inference is not all ones.",
                f"With training=False and p = {p:g} its entries are between {mask.min():.4g} and "
                f"{mask.max():.4g}. Nothing is dropped or scaled, and the mask says so.",
                SECTION,
            )


def keeps_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 5
) -> None:
    """x is left alone, its dtype is kept, and p = 0, p = 1 and a wrong p are handled."""
    rng = np.random.default_rng(seed)
    for training, p in product((True, False), (0.3, 0.0, 1.0)):
        for shape, dtype in zip(((7,), (3, 4, 5), (2, 3)), DTYPES, strict=True):
            x = probe(rng, shape, dtype)
            before = x.copy()
            y, mask = _output_and_mask(answer, x, p, training, rng, watch_x=True)
            unchanged(x, before, "dropout_forward")
            same_dtype(y, dtype, "dropout_forward")
            factor = 1.0 - p
            if training and p != 0.3 and not np.allclose([y, mask], [factor * x, factor + 0 * x]):
                raise CheckFailed(
                    f"p = {p:g} is not handled.",
                    f"With training=True and p = {p:g} the output should be "
                    f"{'all zeros and so should the mask' if p else 'x and the mask all ones'}.",
                    CONVENTIONS,
                )
    for p in outside:
        doing = f"dropout_forward(x, p={p:g}, training=True, rng)"
        wants_value_error(answer, probe(rng, (2, 3)), p, True, rng, doing=doing, reread=CONVENTIONS)
