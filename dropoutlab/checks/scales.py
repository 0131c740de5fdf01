"""By what are the kept entries multiplied? Shared by every exercise that scales activations."""

import numpy as np
from numpy.typing import NDArray

from .arrays import CONVENTIONS
from .failure import CheckFailed

# Wide enough for a mask in single precision, which rounds by 6e-8; an epsilon in the denominator
# is told apart.
TOLERANCE = 1e-6


def kept_are_scaled(
    y: NDArray[np.floating], x: NDArray[np.floating], p: float, scale: float, what: str, reread: str
) -> None:
    """Fail unless every entry of y is either 0 or `scale` times that of x.

    x must have no zeros. Where it fails, the message names the factor that was found.
    """
    kept = y != 0
    if not kept.any():
        raise CheckFailed(
            "Everything is dropped.", f"At p = {p:g} all {y.size} entries of {what} are 0.", reread
        )
    ratio = y[kept] / x[kept]
    if np.allclose(ratio, scale, rtol=_tolerance(scale, y, x), atol=0):
        return
    _no_digits_are_lost(ratio, p, scale, what)
    if kept.all() and y.size >= 100:
        raise CheckFailed(
            "Nothing is dropped.",
            f"At p = {p:g} all {y.size} entries of {what} are between {ratio.min():.4g} and "
            f"{ratio.max():.4g} times x, and none is 0.",
            reread,
        )
    found = float(np.median(ratio))
    evidence = f"At p = {p:g}, a kept entry of {what} is {found:.4g} times x; it should be "
    evidence += f"{scale:.4g} times x."
    if not np.allclose(ratio, found, rtol=TOLERANCE, atol=0):
        raise CheckFailed(
            "Kept entries are not multiplied by one common factor.",
            f"At p = {p:g}, entries of {what} are between {ratio.min():.4g} and "
            f"{ratio.max():.4g} times x; each should be 0 or {scale:.4g} times x.",
            reread,
        )
    raise CheckFailed(_slip(found, p, scale, float(kept.mean())), evidence, reread)


def whole_array_is_scaled(
    y: NDArray[np.floating], x: NDArray[np.floating], p: float, scale: float, what: str, reread: str
) -> None:
    """Fail unless y is `scale` times x everywhere: nothing is dropped, as at inference.

    x must have no zeros.
    """
    ratio = y / x
    if np.allclose(ratio, scale, rtol=_tolerance(scale, y, x), atol=0):
        return
    _no_digits_are_lost(ratio, p, scale, what)
    zeros = int((y == 0).sum())
    if zeros:
        raise CheckFailed(
            "Entries are dropped at inference.",
            f"With training=False and p = {p:g}, {zeros} of {y.size} entries of {what} are 0.",
            reread,
        )
    found = float(np.median(ratio))
    if np.allclose(ratio, found, rtol=TOLERANCE, atol=0):
        factor = _words(found, p) or "the wrong factor"
        raise CheckFailed(
            "The output is left unscaled at inference."
            if factor == "1"
            else f"The output is multiplied by {factor} at inference.",
            f"With training=False and p = {p:g}, {what} is {found:.4g} times x; it should be "
            f"{scale:.4g} times x.",
            reread,
        )
    raise CheckFailed(
        "The output at inference is not a multiple of the input.",
        f"With training=False and p = {p:g}, {what} should be {scale:.4g} times x everywhere; "
        f"it is between {ratio.min():.4g} and {ratio.max():.4g} times x.",
        reread,
    )


def _tolerance(scale: float, y: NDArray[np.floating], x: NDArray[np.floating]) -> float:
    """Whatever a mask is rounded to, 1 is 1: an entry that is passed on keeps all its digits."""
    return 1e-12 if scale == 1.0 and y.dtype == x.dtype == np.float64 else TOLERANCE


def _no_digits_are_lost(ratio: NDArray[np.floating], p: float, scale: float, what: str) -> None:
    """Fail if the entries are scaled as they should be but for rounding, each differently."""
    close = np.allclose(ratio, scale, rtol=1e-3, atol=0)
    if close and not np.allclose(ratio, np.median(ratio), rtol=1e-12, atol=0):
        raise CheckFailed(
            "Digits are lost on the way.",
            f"At p = {p:g}, entries of {what} differ from {scale:.4g} times x by up to "
            f"{np.abs(ratio / scale - 1).max():.1g} of themselves. Is there a rounding, or a "
            "conversion to a coarser dtype?",
            CONVENTIONS,
        )


def _words(factor: float, p: float) -> str:
    """The usual name of a factor, where it has one."""
    for value, name in (
        (1.0, "1"),
        (1 / (1 - p), "1/(1-p)"),
        (1 - p, "1-p"),
        (p, "p"),
        (1 / p, "1/p"),
        (1 / (1 - p) ** 2, "1/(1-p)²"),
        ((1 - p) ** 2, "(1-p)²"),
        (1 / (1 - p) ** 0.5, "1/√(1-p)"),
        (p / (1 - p), "p/(1-p)"),
        (1 + p, "1+p"),
    ):
        if np.isclose(factor, value, rtol=TOLERANCE):
            return name
    return ""


def _slip(found: float, p: float, scale: float, share_kept: float) -> str:
    """The mistake that multiplies kept entries by `found` instead of `scale`."""
    if np.isclose(found, 1.0, rtol=TOLERANCE):
        return "Kept entries are not rescaled."
    if np.isclose(found * share_kept, 1.0, rtol=TOLERANCE) and not np.isclose(found * (1 - p), 1.0):
        return "Kept entries are divided by the share that happened to be kept, not by 1-p."
    if np.isclose(scale, 1.0):
        return f"Kept entries are multiplied by {_words(found, p) or 'a factor'} in training."
    if np.isclose(found, np.floor(scale), rtol=TOLERANCE):
        return "The scale was cut down to a whole number."
    if np.isclose(found, scale**2, rtol=TOLERANCE):
        return "Kept entries are rescaled twice."
    return f"Kept entries are multiplied by {_words(found, p) or 'the wrong factor'}."
