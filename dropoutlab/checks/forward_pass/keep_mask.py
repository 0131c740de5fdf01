"""Properties of `sample_keep_mask(shape, p, rng)`: a boolean array, True with probability 1 - p."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .. import coins, masks
from ..arrays import CONVENTIONS, real_array
from ..failure import CheckFailed, call, call_in_turn, wants_value_error

Answer = Callable[..., Any]
PCG64_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645


def _draws(answer: Answer) -> masks.Draws:
    def draws(
        shape: tuple[int, ...], p: float, rng: np.random.Generator, times: int
    ) -> list[masks.Mask]:
        doing = f"sample_keep_mask({shape}, {p:g}, rng)"
        kept = call_in_turn(answer, [(shape, p, rng)] * times, doing)
        # Zeros and ones or scaled masks are told apart by `is_boolean` alone.
        return [real_array(keep, shape, "your mask") != 0 for keep in kept]

    return draws


def _draw(answer: Answer) -> masks.Draw:
    return masks.one_of(_draws(answer))


def is_boolean(
    answer: Answer,
    p: float = 0.4,
    shapes: Sequence[tuple[int, ...]] = ((6,), (4, 5), (2, 3, 4)),
    seed: int = 1,
) -> None:
    """The mask is a boolean array of the shape asked for."""
    rng = np.random.default_rng(seed)
    for shape in shapes:
        doing = f"sample_keep_mask({shape}, {p:g}, rng)"
        keep = real_array(call(answer, shape, p, rng, doing=doing), shape, "your mask")
        if keep.dtype != np.bool_:
            values = ", ".join(f"{value:.4g}" for value in np.unique(keep)[:3])
            raise CheckFailed(
                "The mask is not boolean.",
                f"{doing} has dtype {keep.dtype} and values such as {values}. keep says which "
                "entries stay, True or False; what they are multiplied by comes later.",
                "Conventions",
            )


def drops_with_probability_p(
    answer: Answer, ps: Sequence[float] = (0.2, 0.7), size: int = 16_000, seed: int = 2
) -> None:
    """An entry is dropped with probability p."""
    rng = np.random.default_rng(seed)
    for p in ps:
        masks.share_is(_draw(answer)((2, size // 2), p, rng), p, "your mask")


def has_independent_coins(answer: Answer, p: float = 0.3, seed: int = 3) -> None:
    """Every entry has a coin of its own."""
    coins.coins_are_independent(_draws(answer), seed, "your mask", p)


def uses_the_rng(answer: Answer, p: float = 0.4, seed: int = 4) -> None:
    """The coins come from the rng that is handed in, anew on every call."""
    masks.draws_are_fresh(_draw(answer), seed, "your mask", p)


def knows_the_edges(answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 5) -> None:
    """p = 0 keeps everything, p = 1 nothing, and any p outside [0, 1] is a ValueError."""
    rng, shape = np.random.default_rng(seed), (20, 30)
    for p, wanted, bits in ((0.0, shape[0] * shape[1], 0), (1.0, 0, 2**64 - 1)):
        first = _generator_that_starts_with(bits, seed)
        kept = int(_draw(answer)(shape, p, first).sum())
        if abs(kept - wanted) == 1:
            number = "exactly 0" if bits == 0 else "so close to 1 that a coarser dtype rounds it up"
            raise CheckFailed(
                f"p = {p:g} is not handled for every random number.",
                f"The mask keeps {kept} of 600 entries and should keep {wanted}. The first number "
                f"from this rng is {number}: rarely, but it happens.",
                CONVENTIONS,
            )
        if kept != wanted:
            raise CheckFailed(
                f"p = {p:g} is not handled.",
                f"The mask keeps {kept} of 600 entries and should keep {wanted}.",
                CONVENTIONS,
            )
    for p in outside:
        doing = f"sample_keep_mask({shape}, {p:g}, rng)"
        wants_value_error(answer, shape, p, rng, doing=doing, reread=CONVENTIONS)


def _generator_that_starts_with(bits: int, seed: int) -> np.random.Generator:
    """A generator whose first 64 bits are all 0, or all 1, so that random() is 0, or nearly 1.

    A PCG64 steps its 128-bit state s to a s + c and returns the two halves, combined by xor and
    then rotated (O'Neill 2014): equal halves give zeros, opposite ones give ones.
    """
    rng = np.random.default_rng(seed)
    state: Any = rng.bit_generator.state
    upper = state["state"]["state"] >> 64
    wanted = upper << 64 | (upper ^ bits)
    back = pow(PCG64_MULTIPLIER, -1, 2**128)
    state["state"]["state"] = (wanted - state["state"]["inc"]) * back % 2**128
    rng.bit_generator.state = state
    return rng
