"""What a gradient shows that is not the upstream gradient times the mask of the forward pass."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS
from ..failure import CheckFailed
from ..scales import TOLERANCE

CHAIN_RULE_SECTION = "One path through every entry"


def same(found: NDArray[Any], wanted: NDArray[Any], tolerance: float = TOLERANCE) -> bool:
    """Whether two arrays agree up to rounding; `wanted` sets the scale."""
    return bool(np.allclose(found, wanted, rtol=tolerance, atol=1e-12))


def gate_is_that_of(
    dx: NDArray[Any], dy: NDArray[Any], mask: NDArray[Any], what: str, reread: str
) -> None:
    """Fail unless dx is 0 exactly where the mask is. dy must have no zeros."""
    through, kept = dx != 0, mask != 0
    if (through == kept).all():
        return
    leaks, blocks = int((through & ~kept).sum()), int((kept & ~through).sum())
    evidence = (
        f"{leaks} of the {int((~kept).sum())} dropped entries have a gradient in {what}, and "
        f"{blocks} of the {int(kept.sum())} kept ones have none."
    )
    if through.all():
        mistake = "The gradient passes as if nothing had been dropped."
    elif not through.any():
        mistake = "No gradient comes through at all."
    elif (through == ~kept).all():
        mistake = "The gradient passes where entries were dropped, not where they were kept."
    elif leaks and blocks:
        mistake = "The gradient passes through another mask than the forward pass did."
    elif leaks:
        mistake = "Some dropped entries get a gradient."
    elif (dx[kept & (dy < 0)] == 0).all():
        mistake = "Negative gradients are lost."
    else:
        mistake = "Some kept entries get no gradient."
    raise CheckFailed(mistake, evidence, reread)


def kept_gradients_are_scaled(
    dx: NDArray[Any], dy: NDArray[Any], mask: NDArray[Any], what: str, reread: str
) -> None:
    """Fail unless dx is dy times the mask where entries were kept. dy must have no zeros."""
    kept, n, scale = mask != 0, len(dy), float(mask.max())
    through = kept & (dx != 0)  # the rest is for `gate_is_that_of` to tell
    if not through.any():
        raise CheckFailed("No gradient comes through where entries were kept.", "", reread)
    dx, dy = dx[through], dy[through]
    if same(dx, dy * scale):
        return
    mistake = "Kept entries get the wrong gradient."
    share = float(kept.mean())
    for wrong, words in (
        (dy, "The factor 1/(1-p) is missing in the gradient."),
        (np.full_like(dx, scale), "The mask itself is returned: the upstream gradient is missing."),
        (np.ones_like(dx), "The mask itself is returned: the upstream gradient is missing."),
        (dy * scale**2, "The mask is multiplied in twice."),
        (dy / scale, "The gradient is multiplied by 1-p instead of 1/(1-p)."),
        (dy / (1 - 1 / scale) if scale > 1 else dy, "The gradient is divided by p, not by 1-p."),
        (dy / share, "The gradient is divided by the share that happened to be kept, not by 1-p."),
        (2 * dy, "The gradient is doubled, whatever p is."),
        (dy * scale / n, "The gradient is divided by the number of examples."),
        (-dy * scale, "The gradient has the wrong sign."),
        (np.abs(dy) * scale, "The gradient has lost its sign."),
    ):
        if same(dx, wrong):
            mistake = words
            break
    raise CheckFailed(
        mistake,
        f"With a mask of 0 and {scale:.4g}, a kept entry with upstream gradient {dy[0]:.4g} has "
        f"{dx[0]:.4g} in {what}; it should be {dy[0] * scale:.4g}.",
        reread,
    )


def upstream_is_unchanged(dy: NDArray[Any], before: NDArray[Any], function: str) -> None:
    """Fail if the learner's code has written into the upstream gradient."""
    changed = int((dy != before).sum())
    if changed:
        raise CheckFailed(
            f"{function} changes dy.",
            f"{changed} of {dy.size} entries of dy are different after the call. Other code still "
            "needs them: make a new array, without `dy *= ...` or `out=dy`.",
            CONVENTIONS,
        )


def is_gated(
    dx: NDArray[Any], dy: NDArray[Any], mask: NDArray[Any], what: str, reread: str
) -> None:
    """Fail unless dx is dy times the mask. dy must have no zeros."""
    gate_is_that_of(dx, dy, mask, what, reread)
    if (mask != 0).any():
        kept_gradients_are_scaled(dx, dy, mask, what, reread)
