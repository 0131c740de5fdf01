"""Properties of `dropconnect_forward(x, W, b, p, rng)`, which returns z, keep_W and keep_b."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import coins, masks
from ..arrays import CONVENTIONS, probe, signs
from ..chance import plausible
from ..failure import CheckFailed, call, wants_value_error
from .common import all_are_left_alone, in_bulk, several
from .own_coins import Noted

Answer = Callable[..., Any]
Arrays = list[NDArray[Any]]
SECTION = "DropConnect: drop weights, not units"


def _results(
    answer: Answer, given: Sequence[NDArray[Any]], p: float, rng: np.random.Generator
) -> Arrays:
    x, w, _ = given
    value = call(answer, *given, p, rng, doing=f"dropconnect_forward(x, W, b, p={p:g}, rng)")
    (n, d), k = x.shape, w.shape[1]
    names = ("z", "keep_W", "keep_b")
    z, keep_w, keep_b = several(value, ((n, k), (n, d, k), (n, k)), "dropconnect_forward", names)
    for keep, name in ((keep_w, "keep_W"), (keep_b, "keep_b")):
        if not np.isin(keep, (0, 1)).all():
            raise CheckFailed(
                f"{name} holds something else than True and False.",
                f"At p = {p:g} its entries are between {keep.min():.4g} and {keep.max():.4g}; "
                "DropConnect does not rescale.",
                SECTION,
            )
    return [z, keep_w != 0, keep_b != 0]


def _inputs(seed: int, n: int = 6, d: int = 5, k: int = 4) -> Arrays:
    rng = np.random.default_rng(seed)
    return [probe(rng, (n, d)), probe(rng, (d, k)), probe(rng, (k,))]


def _of_signs(n: int, d: int, k: int) -> Arrays:
    """x, W and b that are all 1 or -1; copies, since an answer may write into what it is given."""
    return [signs(shape).copy() for shape in ((n, d), (d, k), (k,))]


def computes_what_its_masks_say(
    answer: Answer, ps: Sequence[float] = (0.2, 0.7), seed: int = 1
) -> None:
    """z is the sum over the kept weights, plus the kept bias, without any rescaling."""
    for p in ps:
        x, w, b = _inputs(seed, n=12)
        z, keep_w, keep_b = _results(
            answer, (x.copy(), w.copy(), b.copy()), p, np.random.default_rng(seed)
        )
        kept = np.einsum("ni,nij->nj", x, keep_w * w)
        if np.allclose(z, kept + keep_b * b, rtol=1e-5, atol=1e-5):
            continue
        dropped = np.einsum("ni,nij->nj", x, ~keep_w * w)
        mistake = "z is not the sum over the kept weights and biases."
        for wrong, words in (
            ((kept + keep_b * b) / (1 - p), "z is rescaled by 1/(1-p); DropConnect does not."),
            (kept / (1 - p) + keep_b * b, "The weights are rescaled by 1/(1-p)."),
            ((kept + keep_b * b) * (1 - p), "z is multiplied by 1-p."),
            (kept + b, "The bias is not dropped."),
            (kept / (1 - p) + b, "The bias is not dropped, and the weights are rescaled."),
            (kept, "The bias is missing in z."),
            (kept + 2 * keep_b * b, "The bias is added twice."),
            (np.trunc(kept + keep_b * b), "z is cut down to whole numbers."),
            (x @ w + keep_b * b, "The weights are not masked in z."),
            (x @ w + b, "Nothing is masked in z."),
            (dropped + ~keep_b * b, "z sums up what is dropped instead of what is kept."),
            (np.maximum(kept + keep_b * b, 0), "The relu is applied already; z comes before it."),
        ):
            if np.allclose(z, wrong, rtol=1e-5, atol=1e-5):
                mistake = words
                break
        right = kept + keep_b * b
        worst = np.abs(z - right).argmax()
        raise CheckFailed(
            mistake,
            f"At p = {p:g}, an entry of z is {z.flat[worst]:.4g}; from the masks that are returned "
            f"it should be {right.flat[worst]:.4g}.",
            SECTION,
        )


def throws_a_coin_for_every_weight(answer: Answer, p: float = 0.3, seed: int = 2) -> None:
    """Every weight and bias has a coin of its own for every example, dropped with probability p."""

    def weights(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        n, size = (shape[0], shape[1]) if len(shape) == 2 else (128, 128)
        d = {128: 8, 1000: 20, 100: 10}.get(size, 1)
        return _results(answer, _of_signs(n, d, size // d), p, rng)[1].reshape(shape)

    def biases(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> masks.Mask:
        n, k = (shape[0], shape[1]) if len(shape) == 2 else (128, 128)
        return _results(answer, _of_signs(n, 1, k), p, rng)[2].reshape(shape)

    rng = np.random.default_rng(seed)
    for draw, what in ((Noted(weights), "keep_W"), (Noted(biases), "keep_b")):
        _is_per_example(draw((128, 128), p, rng), what)
        masks.share_is(draw((128, 128), p, rng).reshape(1, -1), p, what)
        coins.coins_are_independent(in_bulk(draw), seed, what, p)
        masks.draws_are_fresh(draw, seed, what, p)
        draw.leave_the_count_to_chance(what)
    _, keep_w, keep_b = _results(answer, _of_signs(128, 1, 128), p, rng)
    alike = int((keep_w[:, 0] == keep_b).sum())
    if not plausible(alike, keep_b.size, p**2 + (1 - p) ** 2):
        raise CheckFailed(
            "A bias shares its coin with a weight.",
            f"keep_b agrees with keep_W in {alike / keep_b.size:.0%} of the places.",
            SECTION,
        )


def _is_per_example(keep: masks.Mask, what: str) -> None:
    if (keep == keep[0]).all() and not keep.all() and keep.any():
        raise CheckFailed(
            "All examples of the batch share one mask of weights."
            if what == "keep_W"
            else "All examples of the batch share one mask of biases.",
            f"The {len(keep)} examples of {what} are copies of one. Throw coins of shape "
            f"{'(N, d, k)' if what == 'keep_W' else '(N, k)'}.",
            SECTION,
        )
    units = keep.reshape(len(keep), 8, -1)
    if what == "keep_W" and not keep.all() and keep.any():
        for lines, words in (
            (units == units[:, :, :1], "whole inputs are dropped: that is plain dropout of x."),
            (units == units[:, :1], "whole outputs are dropped: all weights into a unit."),
        ):
            if lines.all():
                raise CheckFailed(
                    f"Not single weights but {words}",
                    "In keep_W, of shape (128, 8, 16), all weights of a row or column share their "
                    "fate.",
                    SECTION,
                )


def knows_the_edges(answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 3) -> None:
    """p = 0 keeps all, p = 1 gives zeros, a wrong p is refused, the inputs are left alone."""
    rng = np.random.default_rng(seed)
    for p in (0.0, 1.0, 0.4):
        inputs = _inputs(seed)
        before = [array.copy() for array in inputs]
        z, keep_w, keep_b = _results(answer, inputs, p, rng)
        all_are_left_alone(inputs, before, ("x", "W", "b"), "dropconnect_forward")
        if p == 0.4:
            continue
        x, w, b = before
        if not np.allclose(z, (1 - p) * (x @ w + b), atol=1e-5) or not (
            (keep_w == (p == 0)).all() and (keep_b == (p == 0)).all()
        ):
            raise CheckFailed(
                f"p = {p:g} is not handled.",
                f"At p = {p:g} {'everything is dropped' if p else 'nothing is dropped'}, so z "
                f"should be {'all zeros' if p else 'x @ W + b'}.",
                CONVENTIONS,
            )
    for p in outside:
        doing = f"dropconnect_forward(x, W, b, p={p:g}, rng)"
        wants_value_error(answer, *_inputs(seed), p, rng, doing=doing, reread=CONVENTIONS)
