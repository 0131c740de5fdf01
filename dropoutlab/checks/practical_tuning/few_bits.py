"""Properties of `fast_keep_mask(shape, p, rng)`: exact coins from few random bits."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .. import coins, masks
from ..arrays import CONVENTIONS, real_array
from ..chance import plausible, surprise
from ..failure import CheckFailed, call, call_in_turn, wants_value_error

Answer = Callable[..., Any]
SECTION = "Fewer random bits"
BITS = 20  # for each entry, on average; a byte and a second draw for few of them take about 8.3


def _draws(answer: Answer) -> masks.Draws:
    def draws(
        shape: tuple[int, ...], p: float, rng: np.random.Generator, times: int
    ) -> list[masks.Mask]:
        doing = f"fast_keep_mask({shape}, {p:g}, rng)"
        kept = call_in_turn(answer, [(shape, p, rng)] * times, doing)
        return [real_array(keep, shape, "your mask") != 0 for keep in kept]

    return draws


def _draw(answer: Answer) -> masks.Draw:
    return masks.one_of(_draws(answer))


def drops_with_probability_p(
    answer: Answer, ps: Sequence[float] = (0.0011, 0.3), size: int = 60_000, seed: int = 1
) -> None:
    """An entry is dropped with probability p, not only to the nearest 1/256."""
    rng = np.random.default_rng(seed)
    for p in ps:
        keep = _draw(answer)((2, size // 2), p, rng)
        if 0.02 < p < 0.98:
            masks.share_is(keep, p, "your mask")
        else:
            _is_not_rounded(int(keep.sum()), size, p)


def _is_not_rounded(kept: int, size: int, p: float) -> None:
    if plausible(kept, size, 1 - p):
        return
    lower, upper = np.floor(256 * p) / 256, np.ceil(256 * p) / 256
    if min(surprise(kept, size, 1 - lower), surprise(kept, size, 1 - upper)) < 8:
        mistake = "p is rounded to a multiple of 1/256."
    elif plausible(kept, size, p):
        mistake = "Drop and keep are swapped: p is the probability of dropping."
    else:
        mistake = "The share of dropped entries is not p."
    raise CheckFailed(
        mistake,
        f"At p = {p:g} your mask drops {size - kept} of {size} entries; about {p * size:.0f} "
        "should be dropped. The bytes that equal t have to be decided by a second draw.",
        SECTION,
    )


def has_independent_coins(answer: Answer, p: float = 0.3, seed: int = 2) -> None:
    """Every entry has a coin of its own, from the rng that is handed in."""
    masks.draws_are_fresh(_draw(answer), seed, "your mask", p)
    coins.coins_are_independent(_draws(answer), seed, "your mask", p)
    # In 20,000 bytes about 78 are drawn again, from the same generator as well.
    first, second = (_draw(answer)((2, 10_000), p, np.random.default_rng(seed)) for _ in range(2))
    if (first != second).any():
        raise CheckFailed(
            "Some of the coins do not come from the rng that is handed in.",
            f"Two generators with the same seed, {seed}, gave masks that differ in "
            f"{int((first != second).sum())} of {first.size} entries. The second draw has to come "
            "from `rng`, too.",
            SECTION,
        )


def draws_few_bits(
    answer: Answer, ps: Sequence[float] = (0.3, 0.5), size: int = 20_000, seed: int = 3
) -> None:
    """It draws no more than 20 random bits for an entry, on average."""
    for p in ps:
        bits = np.random.Philox(seed)  # it counts what it has given out, 64 bits at a time
        start = _words(bits)
        keep = _draw(answer)((size // 100, 100), p, np.random.Generator(bits))
        drawn = 64 * (_words(bits) - start) / size
        if drawn > BITS:
            raise CheckFailed(
                "Too many random bits are drawn.",
                f"At p = {p:g} a mask of {size} entries took {drawn:.1f} random bits for an entry; "
                f"{BITS} are allowed. rng.random draws 64 for every number.",
                SECTION,
            )
        if drawn < 0.05 or keep.all() or not keep.any():
            raise CheckFailed(
                "The coins do not come from the rng that is handed in.",
                f"At p = {p:g} a mask of {size} entries took only {drawn:.3f} bits for an entry.",
                SECTION,
            )


def _words(bits: np.random.Philox) -> int:
    state: Any = bits.state
    blocks = sum(int(word) << (64 * n) for n, word in enumerate(state["state"]["counter"]))
    return 4 * blocks + int(state["buffer_pos"])


def keeps_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 4
) -> None:
    """The mask is boolean, p = 0 and p = 1 are exact, and a wrong p is a ValueError."""
    rng, shape = np.random.default_rng(seed), (20, 30)
    value = call(answer, shape, 0.4, rng, doing=f"fast_keep_mask({shape}, 0.4, rng)")
    if real_array(value, shape, "your mask").dtype != np.bool_:
        raise CheckFailed("The mask is not boolean.", f"Its dtype is {value.dtype}.", CONVENTIONS)
    for p, wanted in ((0.0, 60_000), (1.0, 0)):
        kept = int(_draw(answer)((200, 300), p, rng).sum())
        if kept != wanted:
            raise CheckFailed(
                f"p = {p:g} is not handled.",
                f"The mask keeps {kept} of 60000 entries and should keep {wanted}. A byte is 0 "
                "once in 256 times and 255 just as often.",
                SECTION,
            )
    for p in outside:
        doing = f"fast_keep_mask({shape}, {p:g}, rng)"
        wants_value_error(answer, shape, p, rng, doing=doing, reread=CONVENTIONS)
