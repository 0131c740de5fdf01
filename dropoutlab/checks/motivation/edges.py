"""What this room's properties share: arguments that are left alone, and errors in edge cases."""

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS
from ..failure import CheckFailed

T = TypeVar("T")


def left_alone(argument: NDArray[Any], before: NDArray[Any], function: str, name: str) -> None:
    """Fail if the learner's code has written into the argument of this name."""
    changed = int(np.sum(argument != before))
    if changed:
        raise CheckFailed(
            f"{function} changes its input.",
            f"{changed} of {argument.size} entries of `{name}` are different after the call. Other "
            f"code still needs them: make a new array, without `{name}[...] = ...` or `*=`.",
            CONVENTIONS,
        )


def without_error(compute: Callable[[], T], where: str, reread: str) -> T:
    """Return compute(); an error in the learner's code is told as one that happens `where`."""
    try:
        return compute()
    except CheckFailed as failure:
        mistake, *evidence = str(failure).split("\n")
        if " raised " not in mistake:
            raise
        raise CheckFailed(
            f"There is no answer where {where}.", "\n".join([mistake, *evidence]), reread
        ) from None
