"""Properties of the class `Dropout(p, rng)`: a layer with two modes that remembers its mask."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import coins, masks, scales
from ..arrays import CONVENTIONS, DTYPES, probe, same_dtype, signs, unchanged
from ..chance import plausible
from ..failure import CheckFailed, call, wants_value_error
from .layer_handling import (
    SECTION,
    Answer,
    drawing,
    forward,
    mask_of,
    new_layer,
    new_layer_with,
    switch,
    training_flag,
)


def has_two_modes(answer: Answer, p: float = 0.4, seed: int = 1) -> None:
    """It starts in training mode, and eval() and train() switch `training`."""
    layer = call(answer, p, np.random.default_rng(seed), doing=f"Dropout({p:g}, rng)")
    steps = (("train", True), ("eval", False), ("eval", False), ("train", True), ("eval", False))
    if not training_flag(layer, "Dropout(p, rng)"):
        raise CheckFailed(
            "A new layer is not in training mode.",
            "After Dropout(p, rng), layer.training is False.",
            SECTION,
        )
    for mode, wanted in steps:
        switch(layer, mode)
        if training_flag(layer, f"layer.{mode}()") is not wanted:
            raise CheckFailed(
                f"layer.{mode}() does not switch the mode.",
                f"After it, layer.training is {not wanted} and should be {wanted}.",
                SECTION,
            )


def drops_in_training(answer: Answer, ps: Sequence[float] = (0.6, 0.2), seed: int = 2) -> None:
    """In training, forward drops with its own coins and scales what it keeps by 1 / (1 - p)."""
    for p in ps:
        layer = new_layer(answer, p, seed)
        x = probe(np.random.default_rng(seed), (8_000,))
        y = forward(layer, x)
        scales.kept_are_scaled(y, x, p, 1 / (1 - p), "layer.forward(x)", SECTION)
        masks.share_is(y != 0, p, "layer.forward(x)")
    masks.draws_are_fresh(masks.one_of(drawing(answer)), seed, "layer.forward(x)")
    _shares_the_generator(answer, seed)
    coins.coins_are_independent(drawing(answer), seed, "layer.forward(x)")


def rests_at_inference(answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 3) -> None:
    """After eval() forward returns x, and after train() it drops again, with new coins."""
    for p in ps:
        layer = new_layer(answer, p, seed)
        x = probe(np.random.default_rng(seed), (20, 30))
        first, second = forward(layer, x) != 0, forward(layer, x) != 0
        for _ in range(2):
            switch(layer, "eval")  # to do so twice is to do so once
            y = forward(layer, x)
            scales.whole_array_is_scaled(y, x, p, 1.0, "layer.forward(x) after eval()", SECTION)
        switch(layer, "train")
        y = forward(layer, x)
        if (y != 0).all():
            raise CheckFailed(
                "After eval(), train() does not bring the dropping back.",
                f"After eval() and train(), forward at p = {p:g} drops none of {x.size} entries.",
                SECTION,
            )
        repeats = ((y != 0) == first).all() or ((y != 0) == second).all()
        if repeats and (first != second).any():  # otherwise `drops_in_training` tells it
            raise CheckFailed(
                "After eval() and train() the layer repeats an earlier mask.",
                f"At p = {p:g} the same entries were dropped as in a forward before. Switching the "
                "mode does not touch the generator.",
                SECTION,
            )


def remembers_the_last_mask(
    answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 4
) -> None:
    """layer.mask is the mask of the last forward, all ones after one at inference."""
    _knows_the_mask_at_the_edges(answer, seed)
    for p in ps:
        layer = new_layer(answer, p, seed)
        for shape in ((6, 50), (4, 50), (4, 50)):
            x = probe(np.random.default_rng(seed), shape)
            y = forward(layer, x)
            _explains(mask_of(layer, x, "a forward in training"), x, y, p)
        zeros = np.zeros(500)
        forward(layer, zeros)
        masks.is_not_read_off(mask_of(layer, zeros, "a forward in training") != 0, p, "layer.mask")
        y = forward(layer, x)
        switch(layer, "eval")
        mask = mask_of(layer, x, "layer.eval()")
        if not np.allclose(y, x * mask, rtol=1e-5, atol=0):
            raise CheckFailed(
                "layer.mask changes when the mode is switched.",
                "After a forward in training and layer.eval(), the mask is no longer that of the "
                "forward. It belongs to the last forward, not to the mode.",
                SECTION,
            )
        silent = probe(np.random.default_rng(seed), (5, 8))
        silent[:, ::2] = 0.0  # units that happen to be at 0
        forward(layer, silent)
        left = getattr(layer, "mask", None)
        stale = isinstance(left, np.ndarray) and left.shape == y.shape
        if left is not None and not stale:
            left = mask_of(layer, silent, "a forward at inference")
        if stale or left is None or not np.allclose(left, 1.0):
            raise CheckFailed(
                "After a forward at inference, the mask of an earlier forward is still there."
                if stale
                else "After a forward at inference, layer.mask is not all ones.",
                "The backward pass goes by the last forward, whatever mode comes after it: a "
                "forward that drops nothing leaves a mask of ones.",
                SECTION,
            )
        switch(layer, "train")
        if not np.allclose(mask_of(layer, silent, "layer.train()"), 1.0):
            raise CheckFailed(
                "layer.mask changes when the mode is switched.",
                "It belongs to the last forward, not to the mode.",
                SECTION,
            )


def _knows_the_mask_at_the_edges(answer: Answer, seed: int) -> None:
    for p in (0.0, 1.0):
        layer = new_layer(answer, p, seed)
        x = probe(np.random.default_rng(seed), (6, 7))
        y = forward(layer, x)
        mask = mask_of(layer, x, f"a forward at p = {p:g}")
        if np.allclose(y, (1 - p) * x) and not np.allclose(mask, 1 - p):
            raise CheckFailed(
                f"The mask at p = {p:g} is wrong.",
                f"After a forward in training at p = {p:g} it should be all "
                f"{'zeros' if p else 'ones'}.",
                CONVENTIONS,
            )


def _shares_the_generator(answer: Answer, seed: int) -> None:
    """Fail if two layers with one and the same generator drop the same entries."""
    rng = np.random.default_rng(seed)
    x = signs((16, 16)).copy()
    first, second = (forward(new_layer_with(answer, 0.4, rng), x) != 0 for _ in range(2))
    if (first == second).all():
        raise CheckFailed(
            "Two layers that are handed one rng have the same masks.",
            "The layer keeps a copy of the generator, or a generator that starts where that one "
            "stands. Store the rng itself, so that each draw moves it on for everybody.",
            SECTION,
        )


def _explains(mask: NDArray[Any], x: NDArray[Any], y: NDArray[Any], p: float) -> None:
    if mask.dtype == np.bool_:
        raise CheckFailed(
            "layer.mask is unscaled, True and False.",
            "The backward pass multiplies by the mask, so it has to carry the factor 1/(1-p).",
            SECTION,
        )
    if not np.allclose(y, x * mask, rtol=1e-5, atol=0):
        raise CheckFailed(
            "layer.mask is not the mask that forward used.",
            f"At p = {p:g} the output of the last forward is not x * layer.mask.",
            SECTION,
        )


def keeps_to_itself(answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 5) -> None:
    """Layers do not disturb each other, x and its dtype stay, and every p is handled."""
    _layers_are_apart(answer, seed)
    rng = np.random.default_rng(seed)
    for mode, p in product(("train", "eval"), (0.3, 0.0, 1.0)):
        layer = new_layer(answer, p, seed)
        switch(layer, mode)
        for shape, dtype in zip(((7,), (3, 4, 5), (2, 3)), DTYPES, strict=True):
            x = probe(rng, shape, dtype)
            before = x.copy()
            y = forward(layer, x, watch_x=True)
            unchanged(x, before, "layer.forward")
            same_dtype(y, dtype, "layer.forward")
            if mode == "train" and p in (0.0, 1.0) and not np.allclose(y, (1 - p) * x):
                raise CheckFailed(
                    f"p = {p:g} is not handled.",
                    f"A forward of Dropout({p:g}, rng) in training should give "
                    f"{'zeros' if p else 'x'}.",
                    CONVENTIONS,
                )
    for p in outside:
        doing = f"Dropout({p:g}, rng)"
        wants_value_error(answer, p, rng, doing=doing, reread=CONVENTIONS)


def _layers_are_apart(answer: Answer, seed: int) -> None:
    """Fail if layers share their p, their generator, their mode or their mask."""
    x = probe(np.random.default_rng(seed), (60, 50))
    alone, again = (forward(new_layer(answer, 0.4, seed), x) for _ in range(2))
    first, second, third = (new_layer(answer, p, seed + n) for n, p in enumerate((0.4, 0.4, 0.7)))
    y = forward(first, x)
    kept, before = int((y != 0).sum()), int((alone != 0).sum())
    if plausible(before, x.size, 0.6) and not plausible(kept, x.size, 0.6):
        raise CheckFailed(
            "Layers share their p.",
            f"A layer with p = 0.4 keeps {kept / x.size:.0%} after one with p = 0.7 was made. "
            "Set `self.p`.",
            SECTION,
        )
    if (y != alone).any() and (again == alone).all():
        raise CheckFailed(
            "Layers share their generator.",
            "A layer drops other entries if another layer is made after it. Set `self.rng`.",
            SECTION,
        )
    switch(second, "eval")
    switch(third, "eval")
    if not training_flag(first, "eval() of another layer"):
        raise CheckFailed(
            "Layers share their mode.",
            "eval() of one layer switched another one. Set `self.training`, on the object.",
            SECTION,
        )
    masks_before = np.array(getattr(first, "mask", None), copy=True)
    forward(second, x)
    forward(third, x)
    if not np.array_equal(masks_before, np.asarray(getattr(first, "mask", None))):
        raise CheckFailed(
            "Layers share their mask.",
            "forward of one layer changed layer.mask of another. Set `self.mask`.",
            SECTION,
        )
