"""Properties of the class `Dropout(p, rng)`: a layer with two modes that remembers its mask."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import masks, scales
from .arrays import CONVENTIONS, probe, real_array, same_dtype, unchanged
from .failure import CheckFailed, call, wants_value_error

Answer = Callable[..., Any]
SECTION = "A layer with two modes"


def _new(answer: Answer, p: float, seed: int) -> Any:
    return _new_with(answer, p, np.random.default_rng(seed))


def _new_with(answer: Answer, p: float, rng: np.random.Generator) -> Any:
    """A new layer in training mode, even where it forgets to start in it."""
    layer = call(answer, p, rng, doing=f"Dropout({p:g}, rng)")
    if getattr(layer, "training", True) is False:
        _switch(layer, "train")
    return layer


def _attribute(layer: Any, name: str, after: str) -> Any:
    try:
        return getattr(layer, name)
    except AttributeError:
        raise CheckFailed(
            f"The layer has no `{name}`.", f"After {after}, layer.{name} does not exist.", SECTION
        ) from None


def _switch(layer: Any, mode: str) -> None:
    method = _attribute(layer, mode, "Dropout(p, rng)")
    if not callable(method):
        raise CheckFailed(
            f"layer.{mode} is not a method.",
            f"layer.{mode}() should switch the mode, but layer.{mode} is {method!r}. An "
            "attribute of the same name hides a method: the flag is called `training`.",
            SECTION,
        )
    call(method, doing=f"layer.{mode}()")


def _training(layer: Any, after: str) -> bool:
    flag = _attribute(layer, "training", after)
    if not isinstance(flag, bool | np.bool_):
        raise CheckFailed(
            "layer.training is not True or False.", f"After {after} it is {flag!r}.", SECTION
        )
    return bool(flag)


def _forward(layer: Any, x: NDArray[Any], watch_x: bool = False) -> NDArray[Any]:
    # Only `keeps_to_itself` asks whether x was changed, so the others hand in a copy.
    x = x if watch_x else x.copy()
    forward = _attribute(layer, "forward", "Dropout(p, rng)")
    y = call(forward, x, doing="layer.forward(x)")
    return real_array(y, x.shape, "the output of layer.forward(x)")


def _mask(layer: Any, x: NDArray[Any], after: str) -> NDArray[Any]:
    if getattr(layer, "mask", None) is None:
        raise CheckFailed(
            "The layer does not remember its mask.",
            f"After {after}, layer.mask is missing or None. The backward pass will need it.",
            SECTION,
        )
    return real_array(layer.mask, x.shape, f"layer.mask after {after}")


def _draw(answer: Answer) -> masks.Draw:
    # A layer owns its generator, so there is one layer for each generator that a check hands out.
    layers: list[tuple[float, np.random.Generator, Any]] = []

    def draw(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        layer = next((old for q, other, old in layers if q == p and other is rng), None)
        if layer is None:
            layer = _new_with(answer, p, rng)
            layers.append((p, rng, layer))
        return _forward(layer, probe(np.random.default_rng(0), shape)) != 0

    return draw


def has_two_modes(answer: Answer, p: float = 0.4, seed: int = 1) -> None:
    """It starts in training mode, and eval() and train() switch `training`."""
    layer = call(answer, p, np.random.default_rng(seed), doing=f"Dropout({p:g}, rng)")
    steps = (("train", True), ("eval", False), ("eval", False), ("train", True), ("eval", False))
    if not _training(layer, "Dropout(p, rng)"):
        raise CheckFailed(
            "A new layer is not in training mode.",
            "After Dropout(p, rng), layer.training is False.",
            SECTION,
        )
    for mode, wanted in steps:
        _switch(layer, mode)
        if _training(layer, f"layer.{mode}()") is not wanted:
            raise CheckFailed(
                f"layer.{mode}() does not switch the mode.",
                f"After it, layer.training is {not wanted} and should be {wanted}.",
                SECTION,
            )


def drops_in_training(answer: Answer, ps: Sequence[float] = (0.6, 0.2), seed: int = 2) -> None:
    """In training, forward drops with its own coins and scales what it keeps by 1 / (1 - p)."""
    for p in ps:
        layer = _new(answer, p, seed)
        x = probe(np.random.default_rng(seed), (16_000,))
        y = _forward(layer, x)
        scales.kept_are_scaled(y, x, p, 1 / (1 - p), "layer.forward(x)", SECTION)
        masks.share_is(y != 0, p, "layer.forward(x)")
    masks.draws_are_fresh(_draw(answer), seed, "layer.forward(x)")
    masks.coins_are_independent(_draw(answer), seed, "layer.forward(x)")


def rests_at_inference(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 3) -> None:
    """After eval() forward returns x, and after train() it drops again."""
    for p in ps:
        layer = _new(answer, p, seed)
        x = probe(np.random.default_rng(seed), (20, 30))
        _forward(layer, x)
        _switch(layer, "eval")
        for _ in range(2):
            y = _forward(layer, x)
            scales.whole_array_is_scaled(y, x, p, 1.0, "layer.forward(x) after eval()", SECTION)
        _switch(layer, "train")
        if (_forward(layer, x) != 0).all():
            raise CheckFailed(
                "After eval(), train() does not bring the dropping back.",
                f"After eval() and train(), forward at p = {p:g} drops none of {x.size} entries.",
                SECTION,
            )


def remembers_the_last_mask(
    answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 4
) -> None:
    """layer.mask is the mask of the last forward, all ones after one at inference."""
    for p in ps:
        layer = _new(answer, p, seed)
        for shape in ((6, 50), (4, 50), (4, 50)):
            x = probe(np.random.default_rng(seed), shape)
            y = _forward(layer, x)
            mask = _mask(layer, x, "a forward in training")
            if not np.allclose(y, x * mask, rtol=1e-5, atol=0):
                raise CheckFailed(
                    "layer.mask is not the mask that forward used.",
                    f"At p = {p:g} the output of the last forward is not x * layer.mask.",
                    SECTION,
                )
        _switch(layer, "eval")
        x = probe(np.random.default_rng(seed), (5, 8))
        _forward(layer, x)
        left = getattr(layer, "mask", None)
        stale = isinstance(left, np.ndarray) and left.shape != x.shape
        if stale or left is None or not np.allclose(left, 1.0):
            raise CheckFailed(
                "After a forward at inference, the mask of an earlier forward is still there."
                if stale
                else "After a forward at inference, layer.mask is not all ones.",
                "The backward pass goes by the last forward, whatever mode comes after it: a "
                "forward that drops nothing leaves a mask of ones.",
                SECTION,
            )
        _switch(layer, "train")
        if not np.allclose(_mask(layer, x, "layer.train()"), 1.0):
            raise CheckFailed(
                "layer.mask changes when the mode is switched.",
                "It belongs to the last forward, not to the mode.",
                SECTION,
            )


def keeps_to_itself(answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 5) -> None:
    """Layers do not disturb each other, x and its dtype stay, and every p is handled."""
    first, second = _new(answer, 0.4, seed), _new(answer, 0.7, seed + 1)
    x = probe(np.random.default_rng(seed), (60, 50))
    y = _forward(first, x)
    _switch(second, "eval")
    if not _training(first, "eval() of another layer"):
        raise CheckFailed(
            "Layers share their mode.",
            "eval() of one layer switched another one. Set `self.training`, on the object.",
            SECTION,
        )
    _forward(second, x)
    mask = _mask(first, x, "the forward of another layer")
    if not np.allclose(y, x * mask, rtol=1e-5, atol=0):
        raise CheckFailed(
            "Layers share their mask.",
            "forward of one layer changed layer.mask of another. Set `self.mask`.",
            SECTION,
        )
    masks.share_is(_forward(first, x) != 0, 0.4, "the first of two layers")
    for shape in ((7,), (3, 4, 5)):
        x = probe(np.random.default_rng(seed), shape, np.float32)
        for mode in ("train", "eval"):
            _switch(first, mode)
            before = x.copy()
            y = _forward(first, x, watch_x=True)
            unchanged(x, before, "layer.forward")
            same_dtype(y, np.float32, "layer.forward")
    for p, factor in ((0.0, 1.0), (1.0, 0.0)):
        x = probe(np.random.default_rng(seed), (6, 7))
        if not np.allclose(_forward(_new(answer, p, seed), x), factor * x):
            raise CheckFailed(
                f"p = {p:g} is not handled.",
                f"A forward of Dropout({p:g}, rng) in training should return "
                f"{'all zeros' if p else 'x itself'}.",
                CONVENTIONS,
            )
    for p in outside:
        doing = f"Dropout({p:g}, rng)"
        rng = np.random.default_rng(seed)
        wants_value_error(answer, p, rng, doing=doing, reread=CONVENTIONS)
