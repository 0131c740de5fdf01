"""How the checks of a layer make it, switch it and look at it, with a sentence where that fails."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import real_array, signs
from ..failure import CheckFailed, call, call_in_turn
from ..masks import Draws, Mask

Answer = Callable[..., Any]
SECTION = "A layer with two modes"


def new_layer(answer: Answer, p: float, seed: int) -> Any:
    """A new layer in training mode with a generator of its own."""
    return new_layer_with(answer, p, np.random.default_rng(seed))


def new_layer_with(answer: Answer, p: float, rng: np.random.Generator) -> Any:
    """A new layer in training mode, even where it forgets to start in it."""
    layer = call(answer, p, rng, doing=f"Dropout({p:g}, rng)")
    if getattr(layer, "training", True) is False:
        switch(layer, "train")
    return layer


def attribute(layer: Any, name: str, after: str) -> Any:
    """An attribute or a method; `after` says what was called before, as in "layer.eval()"."""
    try:
        return getattr(layer, name)
    except AttributeError:
        raise CheckFailed(
            f"The layer has no `{name}`.", f"After {after}, layer.{name} does not exist.", SECTION
        ) from None


def switch(layer: Any, mode: str) -> None:
    """Call layer.train() or layer.eval()."""
    method = attribute(layer, mode, "Dropout(p, rng)")
    if not callable(method):
        raise CheckFailed(
            f"layer.{mode} is not a method.",
            f"layer.{mode}() should switch the mode, but layer.{mode} is {method!r}. An "
            "attribute of the same name hides a method: the flag is called `training`.",
            SECTION,
        )
    call(method, doing=f"layer.{mode}()")


def training_flag(layer: Any, after: str) -> bool:
    """layer.training, which has to be True or False."""
    flag = attribute(layer, "training", after)
    if not isinstance(flag, bool | np.bool_):
        raise CheckFailed(
            "layer.training is not True or False.", f"After {after} it is {flag!r}.", SECTION
        )
    return bool(flag)


def forward(layer: Any, x: NDArray[Any], watch_x: bool = False) -> NDArray[Any]:
    """The output for x, an array of its shape."""
    # Only `keeps_to_itself` asks whether x was changed, so the others hand in a copy.
    x = x if watch_x else x.copy(order="K")
    forward = attribute(layer, "forward", "Dropout(p, rng)")
    y = call(forward, x, doing="layer.forward(x)")
    return real_array(y, x.shape, "the output of layer.forward(x)")


def mask_of(layer: Any, x: NDArray[Any], after: str) -> NDArray[Any]:
    """layer.mask, an array of the shape of the x of the last forward."""
    mask = getattr(layer, "mask", None)
    if mask is None:
        raise CheckFailed(
            "The layer does not remember its mask.",
            f"After {after}, layer.mask is missing or None. The backward pass will need it.",
            SECTION,
        )
    return real_array(mask, x.shape, f"layer.mask after {after}")


def drawing(answer: Answer) -> Draws:
    """How to draw masks from layers: what forwards of one in training mode keep."""
    # A layer owns its generator, so there is one layer for each generator that a check hands out.
    layers: list[tuple[float, np.random.Generator, Any]] = []

    def draws(shape: tuple[int, ...], p: float, rng: np.random.Generator, times: int) -> list[Mask]:
        method = next((old for q, other, old in layers if q == p and other is rng), None)
        if method is None:
            method = attribute(new_layer_with(answer, p, rng), "forward", "Dropout(p, rng)")
            layers.append((p, rng, method))
        arguments = [(signs(shape).copy(),) for _ in range(times)]
        outputs = call_in_turn(method, arguments, "layer.forward(x)")
        return [real_array(y, shape, "the output of layer.forward(x)") != 0 for y in outputs]

    return draws
