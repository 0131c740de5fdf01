"""Which mistake would give these logits, or these gradients?"""

from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from ...layers import Floats
from ..arrays import CONVENTIONS, real_array
from ..failure import CheckFailed
from .gates import same
from .handling import attribute, calling
from .mlp_handling import Case, hidden_of, logits_of, parameters, switch

FORWARD_SECTION = "A network with dropout in it"
GRADIENT_SECTION = "One path through every entry"
NAMES = (
    "first.weights_gradient",
    "first.biases_gradient",
    "second.weights_gradient",
    "second.biases_gradient",
)


def name_forward_slip(found: NDArray[Any], case: Case, training: bool) -> NoReturn:
    """Raise CheckFailed for logits that are not those of the network."""
    z, h, scale = case.pre_activations(), case.hidden(), 1 / (1 - case.p)
    mode = "training" if training else "inference"
    mistake = f"The logits are not those of Linear, ReLU, Dropout, Linear in {mode}."
    for wrong, words in (
        (z @ case.w2 + case.b2, "The ReLU is missing."),
        (h, "The second layer is missing: these are the hidden activations."),
        (h @ case.w2, "The biases of the second layer are missing."),
        (np.maximum(case.logits(), 0), "There is a ReLU after the last layer as well."),
        (h @ case.w2 * scale + case.b2, "Activations are scaled at inference."),
        (h @ case.w2 / scale + case.b2, "Activations are shrunk at inference."),
    ):
        if not training and same(found, wrong):
            mistake = words
    if not training and np.allclose(found.sum(axis=1), 1.0) and (found >= 0).all():
        mistake = "forward returns probabilities; the loss expects logits."
    active = h > 1e-3
    ratio = hidden_of(found, case)[active] / h[active]
    kept = ratio[np.abs(ratio) > 1e-6]
    if not training and kept.size < ratio.size and np.allclose(kept, scale):
        mistake = "Hidden units are dropped at inference."
    if training:
        if np.allclose(ratio, 1.0):
            mistake = "Nothing is dropped in training."
        elif (found == 0).mean() > 0.02:
            mistake = "The logits are dropped, not the hidden units."
        elif np.allclose(kept, 1.0):
            mistake = "Kept hidden units are not rescaled."
        elif np.allclose(kept, scale**2):
            mistake = "The hidden units pass through dropout twice."
        elif np.allclose(kept, scale):
            mistake = "The share of dropped hidden units is not p."
        else:
            mistake = "Something else than the hidden units is dropped."
    raise CheckFailed(
        mistake,
        f"At p = {case.p:g} in {mode}, the first example's first logit is {found[0, 0]:.4g}; "
        f"without any dropout it is {case.logits()[0, 0]:.4g}.",
        FORWARD_SECTION,
    )


def name_backward_slip(mlp: Any, case: Case, mode: str) -> None:
    """Run forward and backward in this mode; fail unless the gradients are those of the forward."""
    up, z, h = case.upstream, case.pre_activations(), case.hidden()
    mask = _mask_of_a_forward(mlp, case, mode)
    method = attribute(mlp, "backward", "the network", FORWARD_SECTION)
    mistake = "mlp.backward stops with an error. Does it go through the layers in reverse order?"
    given = up.copy()
    dx = calling(method, given, doing="mlp.backward(dlogits)", mistake=mistake)
    if not np.array_equal(given, up):
        raise CheckFailed(
            "mlp.backward changes its input.",
            "dlogits is different after the call: make new arrays, without `dlogits *= ...`.",
            CONVENTIONS,
        )
    if isinstance(dx, np.ndarray) and case.x.shape != dx.shape == h.shape:
        raise CheckFailed(
            "mlp.backward returns the gradient for the hidden units, not that for x.",
            f"It has shape {dx.shape}, and x has shape {case.x.shape}.",
            GRADIENT_SECTION,
        )
    dx = real_array(dx, case.x.shape, "the result of mlp.backward")
    dsent = up @ case.w2.T

    def chain(gate: NDArray[Any], sent: Floats = h * mask, factor: float = 1.0) -> list[Floats]:
        dz = factor * dsent * gate
        top = factor * up
        return [case.x.T @ dz, dz.sum(axis=0), sent.T @ top, top.sum(axis=0), dz @ case.w1.T]

    right_gate = mask * (z > 0)
    wanted, found = chain(right_gate), [*parameters(mlp, case, "_gradient"), dx]
    right = [same(f, w, 1e-6) for f, w in zip(found, wanted, strict=True)]
    if all(right):
        return
    mistake = "The gradients are not those of the last forward."
    for wrong, words in (
        (chain(1.0 * (z > 0)), "The gradient passes the dropout unmasked."),
        (chain(mask), "The gradient passes the ReLU as if it were not there."),
        (chain(mask**2 * (z > 0)), "The mask is multiplied in twice."),
        (chain((mask != 0) * (z > 0)), "The factor 1/(1-p) is missing in the gradient."),
        (chain((z > 0) / (1 - case.p)), "The gradient is scaled by 1/(1-p) but not masked."),
        (chain(mask * z), "The gradient is multiplied by the ReLU's input, not by 0 or 1."),
        (chain(mask * h), "The gradient is multiplied by the ReLU's output, not by 0 or 1."),
        (chain(mask * (dsent > 0)), "The ReLU cuts off negative gradients, not inactive units."),
        (chain(mask * (z < 0)), "The ReLU lets the wrong half of the gradient through."),
        (chain(right_gate, h), "The second layer's gradient is that of another input."),
        (
            chain(mask * (z > 0), factor=1 / len(z)),
            "The gradient is averaged over the batch twice.",
        ),
        (chain(right_gate, factor=-1.0), "The gradients have the wrong sign."),
    ):
        if all(same(f, w, 1e-6) for f, w in zip(found, wrong, strict=True)):
            mistake = words
            break
    else:
        if right[:4] == [True] * 4:
            mistake = "mlp.backward does not return the gradient for x."
    what = ", ".join(name for name, ok in zip((*NAMES, "dx"), right, strict=True) if not ok)
    evidence = f"After a forward in mode {mode} with p = {case.p:g}, wrong are: {what}."
    raise CheckFailed(mistake, evidence, GRADIENT_SECTION)


def _mask_of_a_forward(mlp: Any, case: Case, mode: str) -> Floats:
    """Run a forward in this mode and tell its mask; where a unit is inactive it is left at 0.

    At inference it has to be all ones, and in training 0 or one number.
    """
    switch(mlp, mode)
    h, sent = case.hidden(), hidden_of(logits_of(mlp, case), case)
    mask = np.zeros_like(sent)
    np.divide(sent, h, out=mask, where=h > 1e-6)
    mask[np.abs(mask) < 1e-6] = 0.0
    kept = mask[mask != 0]
    if mode == "eval" and np.allclose(sent, h):
        return np.ones_like(sent)
    if mode == "eval" or not np.allclose(kept, kept[:1]) or np.abs(sent[h == 0]).max() > 1e-6:
        raise CheckFailed(
            "forward is not yet right, and a gradient belongs to a forward.",
            f"In mode {mode} at p = {case.p:g} its logits are not those of the network that the "
            "exercise describes. Repair forward first.",
            FORWARD_SECTION,
        )
    return mask
