"""The conventions of a dropout layer with a backward pass, and what a new one refuses."""

from collections.abc import Sequence

import numpy as np

from ..arrays import CONVENTIONS, probe, same_dtype, unchanged
from ..failure import CheckFailed, not_written, wants_value_error
from .gates import upstream_is_unchanged
from .handling import Answer, Usage


def keeps_to_the_conventions(
    usage: Usage, answer: Answer, outside: Sequence[float], seed: int
) -> None:
    """Fail unless inputs and dtypes stay as they are and every p is handled."""
    rng = np.random.default_rng(seed)
    for training, dtype in ((True, np.float32), (False, np.float16)):
        layer, x, dy = usage.new(answer, 0.3, seed), probe(rng, (3, 4)), probe(rng, (3, 4))
        x, dy = x.astype(dtype), dy.astype(dtype)
        before = x.copy(), dy.copy()
        y = usage.forward(layer, x, training, watch_x=True)
        unchanged(x, before[0], "layer.forward")
        same_dtype(y, dtype, "layer.forward")
        try:
            dx = usage.backward(layer, dy, "a forward", watch_dy=True)
        except CheckFailed:
            if training:
                raise
            continue  # it is another property that tells of a backward after inference
        upstream_is_unchanged(dy, before[1], "layer.backward")
        same_dtype(dx, dtype, "layer.backward")
        if not training:
            continue
        dx = dx.copy()  # the layer may have returned an array of its own
        if not np.array_equal(dx, usage.backward(layer, dy, "a forward and a backward")):
            raise CheckFailed(
                "A second backward after one forward gives another gradient.",
                "The gradient belongs to the forward, and that has not changed.",
                usage.section,
            )
    for p in (0.0, 1.0):
        _handles(usage, answer, p, seed)
    for p in outside:
        doing = f"{usage.name}({p:g}, rng)"
        wants_value_error(answer, p, rng, doing=doing, reread=CONVENTIONS)


def _handles(usage: Usage, answer: Answer, p: float, seed: int) -> None:
    """Fail unless p = 0 passes everything and p = 1 nothing."""
    rng = np.random.default_rng(seed)
    x, dy = probe(rng, (3, 4), np.float32), probe(rng, (3, 4), np.float32)
    problem = f"The output and the gradient should be {'zeros' if p else 'x and dy'}."
    try:
        layer = usage.new(answer, p, seed)
        y = usage.forward(layer, x, True)
        dx = usage.backward(layer, dy, f"a forward at p = {p:g}")
    except CheckFailed as failure:
        problem = " ".join(str(failure).splitlines())
    else:
        if np.allclose(y, (1 - p) * x) and np.allclose(dx, (1 - p) * dy):
            if y.dtype == dx.dtype == np.float32:
                return
            problem = f"For float32 the output is {y.dtype} and the gradient {dx.dtype}."
    raise CheckFailed(f"p = {p:g} is not handled.", problem, CONVENTIONS)


def refuses_a_backward_without_a_forward(usage: Usage, answer: Answer, seed: int) -> None:
    """Fail unless backward before any forward raises RuntimeError."""
    layer = usage.new(answer, 0.3, seed)
    try:
        layer.layer.backward(np.ones((2, 3)))
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


def layers_do_not_share_their_mask(usage: Usage, answer: Answer, seed: int) -> None:
    """Fail unless a forward of one layer leaves the gradient of another alone."""
    rng = np.random.default_rng(seed)
    first, second = usage.new(answer, 0.4, seed), usage.new(answer, 0.4, seed + 1)
    x, dy = probe(rng, (15, 20)), probe(rng, (15, 20))
    mask = usage.forward(first, x, True) / x
    other = usage.forward(second, x, True) / x
    dx = usage.backward(first, dy, "forwards of two layers")
    if ((dx != 0) == (other != 0)).all() and (other != mask).any():
        raise CheckFailed(
            "Layers share their mask.",
            "After a forward of another layer, backward has that layer's mask. Store it in self.",
            usage.section,
        )
