"""Properties of `spatial_dropout(x, p, training, rng)`, which drops channels of (N, C, H, W)."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import coins, masks, scales
from ..arrays import CONVENTIONS, DTYPES, probe, signs
from ..failure import CheckFailed, call, wants_value_error
from .common import edge_is, in_bulk, is_left_alone, output_follows, rests_at_inference, several
from .own_coins import Noted

Answer = Callable[..., Any]
SECTION = "Spatial dropout: drop whole channels"


def _output_and_mask(
    answer: Answer,
    x: NDArray[Any],
    p: float,
    training: bool,
    rng: np.random.Generator,
    watch_x: bool = False,
) -> tuple[NDArray[Any], NDArray[Any]]:
    """The output and the mask, which may have one entry for a map, stretched to the shape of x."""
    x = x if watch_x else x.copy(order="K")
    doing = f"spatial_dropout(x, p={p:g}, training={training}, rng)"
    value = call(answer, x, p, training, rng, doing=doing)
    if isinstance(value, tuple | list) and len(value) == 2 and isinstance(value[1], np.ndarray):
        mask, one_each = value[1], (*x.shape[:2], 1, 1)
        if mask.shape not in (x.shape, one_each):
            raise CheckFailed(
                "The mask has the wrong shape.",
                f"For x of shape {x.shape} it has shape {mask.shape}; it should be {one_each} or "
                "that of x.",
                SECTION,
            )
        if mask.shape == one_each:
            value = (value[0], np.broadcast_to(mask, x.shape))
    y, mask = several(value, (x.shape, x.shape), "spatial_dropout", ("output", "mask"))
    return y, mask


def drops_whole_channels(
    answer: Answer, p: float = 0.4, shape: tuple[int, int, int, int] = (6, 5, 4, 3), seed: int = 1
) -> None:
    """In training, all entries of a channel of an example have the same fate."""
    rng = np.random.default_rng(seed)
    for size in (shape, (*shape[:2], 9, 9), (1, 10, 2, 12)):
        y, _ = _output_and_mask(answer, probe(rng, size), p, True, rng)
        keep = y != 0
        whole = (keep == keep[:, :, :1, :1]).all(axis=(2, 3))
        if whole.all():
            continue
        mistake = "Single entries are dropped, not whole channels."
        if (keep == keep[:, :1]).all():
            mistake = "All channels of an example share one mask, with a coin for every place."
            if (keep == keep[:, :1, :1]).all() or (keep == keep[:, :1, :, :1]).all():
                mistake = "Whole rows or columns of the image are dropped in all channels."
        elif (keep == keep[:1]).all():
            mistake = "All examples share one mask, with a coin for every entry."
        elif (keep == keep[:, :, :1]).all() or (keep == keep[:, :, :, :1]).all():
            mistake = "Whole rows or columns of a channel are dropped, not whole channels."
        raise CheckFailed(
            mistake,
            f"For x of shape {size} and p = {p:g}, {(~whole).sum()} of {whole.size} channels are "
            "dropped in part. The channels are axis 1 in (N, C, H, W).",
            SECTION,
        )


def throws_a_coin_for_every_channel(answer: Answer, p: float = 0.3, seed: int = 2) -> None:
    """Every channel of every example has its own coin from rng, dropped with probability p."""

    def draw(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        # Coins are wanted in two dimensions, an example for each row and a channel for each column.
        maps = (*shape, 1, 1) if len(shape) == 2 else (128, 128, 1, 1)
        return (_output_and_mask(answer, signs(maps), p, True, rng)[0] != 0).reshape(shape)

    what, noted = "the coins (examples by channels)", Noted(draw)
    coins.coins_are_independent(in_bulk(noted), seed, what, p)
    masks.share_is(noted((128, 128), p, np.random.default_rng(seed)).reshape(1, -1), p, what)
    masks.draws_are_fresh(noted, seed, what, p)
    noted.leave_the_count_to_chance(what)


def scales_what_it_keeps(answer: Answer, ps: Sequence[float] = (0.6, 0.2), seed: int = 3) -> None:
    """In training, an entry is 0 or x / (1 - p), and the output is x times the mask."""
    rng = np.random.default_rng(seed)
    for p in ps:
        x = probe(rng, (12, 20, 3, 2))
        y, mask = _output_and_mask(answer, x, p, True, rng)
        scales.kept_are_scaled(y, x, p, 1 / (1 - p), "the output", SECTION)
        if mask.dtype == np.bool_:
            raise CheckFailed(
                "The mask is returned unscaled, as True and False.",
                "The backward pass multiplies by the mask, so it has to carry the factor 1/(1-p).",
                SECTION,
            )
        output_follows(y, x, mask, p, SECTION)
        zeros = np.zeros((40, 10, 2, 2))
        mask = _output_and_mask(answer, zeros, p, True, rng)[1]
        masks.is_not_read_off(mask != 0, p, "the mask")


def keeps_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 4
) -> None:
    """Inference, p = 0, p = 1 and a wrong p are handled, x is left alone and its dtype kept."""
    rng = np.random.default_rng(seed)
    edges = [(np.float32, p, training) for p, training in ((0.0, True), (1.0, True), (0.3, False))]
    for dtype, p, training in [*((dtype, 0.3, True) for dtype in DTYPES), *edges]:
        x = probe(rng, (2, 3, 4, 5), dtype)
        before = x.copy()
        y, mask = _output_and_mask(answer, x, p, training, rng, watch_x=True)
        is_left_alone(x, before, y, "spatial_dropout")
        if not training:
            rests_at_inference(y, mask, before, p, SECTION)
        elif p in (0.0, 1.0):
            edge_is(y, mask, before, p)
    for p in outside:
        doing = f"spatial_dropout(x, p={p:g}, training=True, rng)"
        x = probe(rng, (2, 3, 2, 2))
        wants_value_error(answer, x, p, True, rng, doing=doing, reread=CONVENTIONS)
