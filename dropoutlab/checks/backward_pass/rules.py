"""What every dropout layer with a backward pass has to do, however it is told its mode."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import scales
from ..arrays import CONVENTIONS, DTYPES, probe, same_dtype, unchanged
from ..chance import plausible
from ..failure import CheckFailed, not_written, wants_value_error
from .gates import is_gated, same
from .handling import Answer, Usage

WHAT = "the gradient from layer.backward"


def forward_is_inverted_dropout(
    usage: Usage, answer: Answer, ps: Sequence[float], seed: int
) -> None:
    """Fail unless forward drops with fresh coins and scales in training, and rests at inference."""
    for p in ps:
        layer = usage.new(answer, p, seed)
        x = probe(np.random.default_rng(seed), (80, 50))
        y, again = usage.forward(layer, x, True), usage.forward(layer, x, True)
        scales.kept_are_scaled(y, x, p, 1 / (1 - p), "the output of forward", usage.section)
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
        resting = usage.forward(layer, x, False)
        scales.whole_array_is_scaled(
            resting, x, p, 1.0, "the output of forward at inference", usage.section
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
        if not same(silent[kept], np.full(int(kept.sum()), 1 / (1 - p))) or not plausible(
            int(kept.sum()), silent.size, 1 - p
        ):
            raise CheckFailed(
                "Entries that happen to be 0 get the wrong gradient.",
                f"At p = {p:g}, {kept.mean():.0%} of the entries with x = 0 have a gradient, "
                f"{silent[kept].mean():.4g} times dy on average. They were dropped with "
                "probability p and scaled by 1/(1-p), like all others.",
                usage.section,
            )
        is_gated(dx[:, 1::2], dy[:, 1::2], mask, WHAT, usage.section)


def backward_belongs_to_the_last_forward(
    usage: Usage, answer: Answer, ps: Sequence[float], seed: int
) -> None:
    """Fail unless backward goes by what the last forward did, in whatever mode it is called."""
    rng = np.random.default_rng(seed)
    for p in ps:
        first = usage.new(answer, p, seed)
        x, dy = probe(rng, (20, 30)), probe(rng, (20, 30))
        usage.forward(first, x, False)
        _passes(usage, usage.backward(first, dy, "a forward at inference"), dy, dy, p)

        layer = usage.new(answer, p, seed)
        earlier = usage.forward(layer, x, True) / x
        mask = usage.forward(layer, x, True) / x
        usage.set_mode(layer, False)
        dx = usage.backward(layer, dy, "a forward in training and eval()")
        if usage.switches and same(dx, dy):
            raise CheckFailed(
                "backward goes by the mode it is called in, not by that of the last forward.",
                f"After a forward in training at p = {p:g} and eval(), the gradient passed "
                "unmasked. The output was made with a mask, and so is its gradient.",
                usage.section,
            )
        if not same(dx, dy * mask) and same(dx, dy * earlier):
            raise CheckFailed(
                "backward uses the mask of an earlier forward.",
                "After two forwards in training, the gradient has the mask of the first.",
                usage.section,
            )
        is_gated(dx, dy, mask, WHAT, usage.section)

        usage.forward(layer, x, False)
        usage.set_mode(layer, True)
        dx = usage.backward(layer, dy, "a forward at inference")
        _passes(usage, dx, dy, dy * mask, p)


def _passes(
    usage: Usage, dx: NDArray[np.floating], dy: NDArray[np.floating], stale: Any, p: float
) -> None:
    """Fail unless the gradient after a forward at inference is dy."""
    if same(dx, dy):
        return
    mistake = "After a forward at inference, backward does not return dy."
    if same(dx, stale):
        mistake = "After a forward at inference, backward uses the mask of an earlier forward."
    elif not dx.any():
        mistake = "After a forward at inference, backward returns zeros."
    raise CheckFailed(
        mistake,
        f"Nothing was dropped in that forward (p = {p:g}), so its output is x and the gradient "
        f"is dy; {int((dx != dy).sum())} of {dx.size} entries differ.",
        usage.section,
    )


def keeps_to_the_conventions(
    usage: Usage, answer: Answer, outside: Sequence[float], seed: int
) -> None:
    """Fail unless inputs and dtypes stay as they are and every p is handled."""
    rng = np.random.default_rng(seed)
    for training, dtype in zip((True, False, True), DTYPES, strict=True):
        layer, x, dy = usage.new(answer, 0.3, seed), probe(rng, (3, 4)), probe(rng, (3, 4))
        x, dy = x.astype(dtype), dy.astype(dtype)
        before = x.copy(), dy.copy()
        y = usage.forward(layer, x, training, watch_x=True)
        unchanged(x, before[0], "layer.forward")
        same_dtype(y, dtype, "layer.forward")
        dx = usage.backward(layer, dy, "a forward", watch_dy=True)
        unchanged(dy, before[1], "layer.backward")
        same_dtype(dx, dtype, "layer.backward")
        if not np.array_equal(dx, usage.backward(layer, dy, "a forward and a backward")):
            raise CheckFailed(
                "A second backward after one forward gives another gradient.",
                "The gradient belongs to the forward, and that has not changed.",
                usage.section,
            )
    for p in (0.0, 1.0):
        layer, x, dy = usage.new(answer, p, seed), probe(rng, (3, 4)), probe(rng, (3, 4))
        y = usage.forward(layer, x, True)
        dx = usage.backward(layer, dy, f"a forward at p = {p:g}")
        if not same(y, (1 - p) * x) or not same(dx, (1 - p) * dy):
            raise CheckFailed(
                f"p = {p:g} is not handled.",
                f"In training at p = {p:g} the output and the gradient should be "
                f"{'zeros' if p else 'x and dy'}.",
                CONVENTIONS,
            )
    for p in outside:
        doing = f"{usage.name}({p:g}, rng)"
        wants_value_error(answer, p, rng, doing=doing, reread=CONVENTIONS)


def refuses_a_backward_without_a_forward(usage: Usage, answer: Answer, seed: int) -> None:
    """Fail unless backward before any forward raises RuntimeError."""
    layer = usage.new(answer, 0.3, seed)
    try:
        layer.backward(np.ones((2, 3)))
    except NotImplementedError:
        not_written(f"{usage.name}.backward")
    except RuntimeError:
        return
    except Exception as error:
        found = f"raised {type(error).__name__}"
    else:
        found = "raised nothing"
    raise CheckFailed(
        "A backward before any forward is not refused with RuntimeError.",
        f"layer.backward(dy) on a new layer {found}. There is no mask yet to go by.",
        usage.section,
    )
