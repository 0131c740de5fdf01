"""What every dropout layer with a backward pass has to do, however it is told its mode."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .. import coins, scales
from ..arrays import CONVENTIONS, probe
from ..chance import plausible
from ..failure import CheckFailed
from .gates import gate_is_that_of, is_gated, same
from .handling import Answer, Usage

WHAT = "the gradient from layer.backward"


def forward_is_inverted_dropout(
    usage: Usage, answer: Answer, ps: Sequence[float], seed: int
) -> None:
    """Fail unless forward drops with fresh coins and scales in training, and rests at inference."""
    for p in ps:
        layer = usage.new(answer, p, seed)
        x = probe(np.random.default_rng(seed), (128, 128))
        y, again = usage.forward(layer, x, True), usage.forward(layer, x, True)
        scales.kept_are_scaled(y, x, p, 1 / (1 - p), "the output of forward", usage.section)
        if 0.15 <= p <= 0.85:  # beyond, rows of 128 coins may well be alike
            coins.entries_are_independent(y != 0, "the output of forward")
        kept = int((y != 0).sum())
        if not plausible(kept, x.size, 1 - p):
            raise CheckFailed(
                "Drop and keep are swapped: p is the probability of dropping."
                if plausible(kept, x.size, p)
                else "The share of dropped entries is not p.",
                f"At p = {p:g}, forward keeps {kept} of {x.size} entries.",
                CONVENTIONS,
            )
        if ((y != 0) == (again != 0)).all():
            raise CheckFailed(
                "Every forward drops the same entries.",
                f"Two forwards in training at p = {p:g} had one and the same mask. Draw from the "
                "layer's own generator, without seeding it again.",
                usage.section,
            )
        other = usage.forward(usage.new(answer, p, seed + 1), x, True)
        if ((y != 0) == (other != 0)).all():
            raise CheckFailed(
                "The coins do not come from the rng that is handed in.",
                "Layers made with generators of different seeds drop the same entries.",
                CONVENTIONS,
            )
        if p == ps[0]:
            _draws_from_the_rng_itself(usage, answer, p, seed, x, y != 0)
        resting = usage.forward(layer, x, False)
        scales.whole_array_is_scaled(
            resting, x, p, 1.0, "the output of forward at inference", usage.section
        )
        if usage.switches and (usage.forward(layer, x, True) != 0).all():
            raise CheckFailed(
                "After eval(), train() does not bring the dropping back.",
                f"After eval() and train(), forward at p = {p:g} drops nothing.",
                usage.section,
            )


def _draws_from_the_rng_itself(
    usage: Usage,
    answer: Answer,
    p: float,
    seed: int,
    x: NDArray[np.floating],
    kept: NDArray[np.bool_],
) -> None:
    """Fail unless `kept` can be had again from this seed, and not from an rng that has moved on."""
    rng = np.random.default_rng(seed)
    again = usage.forward(usage.new_with(answer, p, rng), x, True) != 0
    if (again != kept).any():
        raise CheckFailed(
            "The coins do not come from the rng that is handed in.",
            f"Two layers made with generators of the same seed, {seed}, drop different entries. "
            "Use the layer's rng, not `np.random` and no generator of your own.",
            CONVENTIONS,
        )
    neighbour = usage.forward(usage.new_with(answer, p, rng), x, True) != 0
    if (neighbour == kept).all():
        raise CheckFailed(
            "Two layers that are handed one rng have the same masks.",
            "The layer keeps a copy of the generator. Store the rng itself, so that each draw "
            "moves it on for everybody.",
            CONVENTIONS,
        )


def backward_uses_the_mask_of_the_forward(
    usage: Usage, answer: Answer, ps: Sequence[float], seed: int
) -> None:
    """Fail unless backward gives dy times the mask of the forward, also where x is 0."""
    rng = np.random.default_rng(seed)
    for p in ps:
        layer, x, dy = usage.new(answer, p, seed), probe(rng, (60, 50)), probe(rng, (60, 50))
        mask = usage.forward(layer, x, True) / x
        is_gated(usage.backward(layer, dy, "a forward in training"), dy, mask, WHAT, usage.section)
        x[:, ::2] = 0.0  # units that happen to be at 0 are kept or dropped like all others
        mask = usage.forward(layer, x, True)[:, 1::2] / x[:, 1::2]
        dx = usage.backward(layer, dy, "a forward in training")
        silent = dx[:, ::2] / dy[:, ::2]
        if not silent.any():
            raise CheckFailed(
                "The mask is read off the zeros of the output.",
                f"At p = {p:g}, none of the {silent.size} entries with x = 0 gets a gradient. Some "
                "of them were kept, and a small change of x would have come through: store the "
                "mask itself.",
                usage.section,
            )
        kept = silent != 0
        if kept.all() or not same(silent[kept], np.full(int(kept.sum()), mask.max())):
            raise CheckFailed(
                "Entries that happen to be 0 get the wrong gradient.",
                f"At p = {p:g}, {kept.mean():.0%} of the entries with x = 0 have a gradient, "
                f"{silent[kept].mean():.4g} times dy on average. They are dropped and scaled like "
                "all others.",
                usage.section,
            )
        is_gated(dx[:, 1::2], dy[:, 1::2], mask, WHAT, usage.section)


def backward_belongs_to_the_last_forward(
    usage: Usage, answer: Answer, ps: Sequence[float], seed: int
) -> None:
    """Fail unless backward goes by what the last forward did, in whatever mode it is called."""
    rng = np.random.default_rng(seed)
    for p in ps:
        layer, x, dy = usage.new(answer, p, seed), probe(rng, (20, 30)), probe(rng, (20, 30))
        earlier = usage.forward(layer, x, True) != 0
        mask = usage.forward(layer, x, True) / x
        dx = usage.backward(layer, dy, "a forward in training")
        _is_not_that_of_before(usage, dx, earlier, mask)
        gate_is_that_of(dx, dy, mask, WHAT, usage.section)
        if usage.switches:
            mask = usage.forward(layer, x, True) / x
            usage.set_mode(layer, False)
            dx = usage.backward(layer, dy, "a forward in training and eval()")
            if (dx != 0).all():
                raise CheckFailed(
                    "backward goes by the mode it is called in, not by that of the last forward.",
                    f"After a forward in training at p = {p:g} and eval(), the gradient passed "
                    "unmasked. The output was made with a mask, and so is its gradient.",
                    usage.section,
                )
            gate_is_that_of(dx, dy, mask, WHAT, usage.section)
        usage.forward(layer, x, False)
        usage.set_mode(layer, True)
        dx = usage.backward(layer, dy, "a forward at inference")
        _passes(usage, dx, dy, mask, p)
        never_trained = usage.new(answer, p, seed)
        usage.forward(never_trained, x, False)
        dx = usage.backward(never_trained, dy, "a forward at inference")
        _passes(usage, dx, dy, mask, p)


def _is_not_that_of_before(
    usage: Usage, dx: NDArray[np.floating], earlier: NDArray[np.bool_], mask: NDArray[np.floating]
) -> None:
    """Fail if the gradient has the zeros of the forward before the last one."""
    if ((dx != 0) == earlier).all() and (earlier != (mask != 0)).any():
        raise CheckFailed(
            "backward uses the mask of an earlier forward.",
            "After two forwards in training, the gradient has the mask of the first.",
            usage.section,
        )


def _passes(
    usage: Usage,
    dx: NDArray[np.floating],
    dy: NDArray[np.floating],
    mask: NDArray[np.floating],
    p: float,
) -> None:
    """Fail unless the gradient after a forward at inference is dy; `mask` is that of before."""
    if same(dx, dy):
        return
    mistake = "After a forward at inference, backward does not return dy."
    if ((dx != 0) == (mask != 0)).all():
        mistake = "After a forward at inference, backward uses the mask of an earlier forward."
    elif not dx.any():
        mistake = "After a forward at inference, backward returns zeros."
    raise CheckFailed(
        mistake,
        f"Nothing was dropped in that forward (p = {p:g}), so its output is x and the gradient "
        f"is dy; {int((dx != dy).sum())} of {dx.size} entries differ.",
        usage.section,
    )
