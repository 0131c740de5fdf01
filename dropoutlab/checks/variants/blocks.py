"""Properties of `dropblock(x, p, block_size, training, rng)`, which drops squares of the maps."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import coins, masks, scales
from ..arrays import CONVENTIONS, DTYPES, pair, probe, signs
from ..chance import LIMIT
from ..failure import CheckFailed, call, wants_value_error
from .common import edge_is, in_bulk, is_left_alone, output_follows, rests_at_inference
from .gamma import drops_by_seeds, how_surprising, wrong_gammas
from .own_coins import Noted
from .squares import made_of_squares

Answer = Callable[..., Any]
SECTION = "DropBlock: drop patches"


def _output_and_mask(
    answer: Answer,
    x: NDArray[Any],
    p: float,
    b: int,
    training: bool,
    rng: np.random.Generator,
    watch_x: bool = False,
) -> tuple[NDArray[Any], NDArray[Any]]:
    x = x if watch_x else x.copy(order="K")
    doing = f"dropblock(x, p={p:g}, block_size={b}, training={training}, rng)"
    value = call(answer, x, p, b, training, rng, doing=doing)
    return pair(value, x.shape, "dropblock", "output", "mask")


def are_squares_inside_the_map(
    answer: Answer,
    cases: Sequence[tuple[int, tuple[int, int]]] = ((3, (9, 12)), (4, (12, 9))),
    seed: int = 1,
) -> None:
    """In training, what is dropped is covered by b x b squares that lie inside the map."""
    rng, p = np.random.default_rng(seed), 0.15
    for b, size in cases:
        y, _ = _output_and_mask(answer, probe(rng, (30, 10, *size)), p, b, True, rng)
        dropped = y == 0
        if not dropped.any():
            raise CheckFailed("Nothing is dropped.", f"At p = {p:g} all of x stays.", SECTION)
        # One lonely square away from the border is not covered by larger ones. Of 300 maps of a
        # right answer, none has it with probability 0.88 ** 300 = 2e-17.
        larger = made_of_squares(dropped, b + 1, across_the_border=True)
        if made_of_squares(dropped, b) and not larger:
            continue
        largest = max(edge for edge in range(1, min(size) + 1) if made_of_squares(dropped, edge))
        if made_of_squares(~dropped, b):
            mistake = "What the squares cover is kept instead of dropped."
        elif larger:
            mistake = "The squares are larger than block_size."
        elif made_of_squares(dropped, b, across_the_border=True):
            mistake = "Squares stick out over the border of the map."
        elif largest > 1:
            mistake = "The squares are smaller than block_size."
        else:
            mistake = "What is dropped is not made of squares."
        raise CheckFailed(
            mistake,
            f"With block_size = {b}, maps of size {size} have dropped parts that no {b} by {b} "
            "squares inside the map can make up. Draw a small mask with one seed and look at it.",
            SECTION,
        )


def start_with_probability_gamma(
    answer: Answer,
    p: float = 0.2,
    block_size: int = 3,
    size: tuple[int, int] = (9, 5),
    seed: int = 2,
) -> None:
    """Every place is dropped as often as seeds of probability gamma make it."""
    rng, b, (height, width) = np.random.default_rng(seed), block_size, size
    x = np.ones((2048, 1, height, width), dtype=np.float32)
    dropped = _output_and_mask(answer, x, p, b, True, rng)[0] == 0
    gamma = p / b**2 * height * width / ((height - b + 1) * (width - b + 1))
    counts = drops_by_seeds(dropped, b)
    if how_surprising(counts, gamma) <= LIMIT:
        return
    least, mistake = min(
        (how_surprising(counts, wrong), words) for wrong, words in wrong_gammas(p, b, height, width)
    )
    misshapen = not made_of_squares(dropped, b) or made_of_squares(dropped, b + 1, True)
    if least > LIMIT or misshapen:
        mistake = "A place is not dropped as often as gamma makes it."
        if (dropped == dropped[:1]).all():
            mistake = "All examples share the same squares, or have none."
        elif how_surprising(drops_by_seeds(~dropped, b), gamma) <= LIMIT:
            mistake = "What the squares cover is kept instead of dropped."
        elif counts[0][1] == 0:
            mistake = "The corners of the map are never dropped."
    n, seen, trials = max(counts, key=lambda count: how_surprising([count], gamma))
    raise CheckFailed(
        mistake,
        f"At p = {p:g}, block_size = {b} and maps of {height} by {width}, gamma is {gamma:.4f}. A "
        f"place that {n} different squares can cover should be dropped in "
        f"{1 - (1 - gamma) ** n:.1%} of the maps; it was in {seen / trials:.1%}.",
        SECTION,
    )


def fall_in_every_channel_by_itself(answer: Answer, p: float = 0.3, seed: int = 3) -> None:
    """Every channel of every example has its own seeds, drawn anew from rng."""

    def draw(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        # Where a map is one entry and a square is one entry, every map is one coin, and gamma is p.
        maps = (*shape, 1, 1) if len(shape) == 2 else (128, 128, 1, 1)
        y, _ = _output_and_mask(answer, signs(maps), p, 1, True, rng)
        return (y != 0).reshape(shape)

    what, noted = "the coins (examples by channels)", Noted(draw)
    coins.coins_are_independent(in_bulk(noted), seed, what, p)
    masks.draws_are_fresh(noted, seed, what, p)
    noted.leave_the_count_to_chance(what)


def leave_the_mean_by_the_share_kept(
    answer: Answer, ps: Sequence[float] = (0.2, 0.6), seed: int = 4
) -> None:
    """In training, what is kept is divided by the share that was really kept."""
    rng = np.random.default_rng(seed)
    for p, edge in zip(ps, (1, 6), strict=True):
        x = probe(rng, (4, 5, 8, 9))
        y, mask = _output_and_mask(answer, x, p, 3, True, rng)
        keep = y != 0
        if not keep.any():
            raise CheckFailed("Everything is dropped.", f"At p = {p:g} all of y is 0.", SECTION)
        _is_scaled(y, x, p, 3)
        if mask.dtype == np.bool_:
            raise CheckFailed(
                "The mask is returned unscaled, as True and False.",
                "The backward pass multiplies by the mask, so it has to carry the factor.",
                SECTION,
            )
        output_follows(y, x, mask, p, SECTION)
        # Units that happen to be at 0, and squares of one entry or as large as a map.
        still = np.where(np.arange(6) % 2, probe(rng, (40, 10, 6, 6)), 0.0)
        y, mask = _output_and_mask(answer, still, p, edge, True, rng)
        if not mask.any():  # by a wrong gamma, which another property tells
            continue
        if edge == 1:
            masks.is_not_read_off(mask[..., ::2] != 0, p, "the mask")
        output_follows(y, still, mask, p, SECTION)
        _is_scaled(mask, np.ones_like(mask), p, edge)


def _is_scaled(y: NDArray[Any], x: NDArray[Any], p: float, b: int) -> None:
    """Fail unless what is kept of x, which has no zeros, is divided by the share that is kept."""
    keep = y != 0
    scale, ratio = keep.size / keep.sum(), (y / x)[keep]
    if np.allclose(ratio, scale, rtol=scales.TOLERANCE):
        return
    mistake = _slip(y / x, keep, p, b)
    if not mistake:
        scales.kept_are_scaled(y, x, p, scale, "the output", SECTION)
    raise CheckFailed(
        mistake,
        f"At p = {p:g} and block_size = {b}, {keep.sum()} of {keep.size} entries were kept, so "
        f"kept ones should be {scale:.4g} times x; the first is {ratio[0]:.4g} times x.",
        SECTION,
    )


def _slip(ratio: NDArray[Any], keep: NDArray[np.bool_], p: float, b: int) -> str:
    """The mistake that gives these factors, where it has a name."""
    for axes, words in (
        ((2, 3), "The scale is taken for each channel by itself, not over the whole array."),
        ((1, 2, 3), "The scale is taken for each example by itself, not over the whole array."),
    ):
        share = np.maximum(keep.mean(axis=axes, keepdims=True), 1e-9)
        if np.allclose(ratio, keep / share, rtol=scales.TOLERANCE):
            return words
    height, width = keep.shape[2:]
    gamma = p / b**2 * height * width / ((height - b + 1) * (width - b + 1))
    found = ratio[keep]
    for wrong, words in (
        (1.0, "Kept entries are not rescaled."),
        (1 / (1 - p), "Kept entries are divided by 1-p, not by the share that was kept."),
        (keep.mean(), "Kept entries are multiplied by the share kept instead of divided."),
        (1 / (1 - keep.mean()), "Kept entries are divided by the share dropped, not kept."),
        (1 / (1 - gamma), "Kept entries are divided by 1 - gamma."),
    ):
        if np.allclose(found, wrong, rtol=scales.TOLERANCE):
            return words
    return ""


def keep_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 5
) -> None:
    """Inference, p = 0, a wrong p and maps without rest are handled; x and its dtype stay."""
    rng = np.random.default_rng(seed)
    edges = [(np.float32, *case) for case in ((0.0, 2, True), (1.0, 1, True), (0.3, 2, False))]
    for dtype, p, b, training in [*((dtype, 0.3, 2, True) for dtype in DTYPES), *edges]:
        x = probe(rng, (2, 3, 4, 5), dtype)
        before = x.copy()
        y, mask = _output_and_mask(answer, x, p, b, training, rng, watch_x=True)
        is_left_alone(x, before, y, "dropblock")
        if not training:
            rests_at_inference(y, mask, before, p, SECTION)
        elif p in (0.0, 1.0):
            edge_is(y, mask, before, p)
    for p in outside:
        for b in (1, 3):
            doing = f"dropblock(x, p={p:g}, block_size={b}, training=True, rng)"
            x = probe(rng, (2, 3, 8, 8))
            wants_value_error(answer, x, p, b, True, rng, doing=doing, reread=CONVENTIONS)
