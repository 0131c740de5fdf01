"""Which mistake would give these logits, or these gradients?"""

from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from ...layers import Floats
from ..arrays import real_array
from ..failure import CheckFailed, call
from .gates import same
from .handling import attribute
from .mlp_handling import Case, hidden_of, parameters

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
    rowwise = found.sum(axis=1)
    if not training and np.allclose(rowwise, 1.0) and (found >= 0).all():
        mistake = "forward returns probabilities; the loss expects logits."
    if training:
        sent = hidden_of(found, case)
        active = h > 1e-3
        ratio = sent[active] / h[active]
        if np.allclose(ratio, 1.0):
            mistake = "Nothing is dropped in training."
        elif (found == 0).mean() > 0.02:
            mistake = "The logits are dropped, not the hidden units."
        elif np.isclose(ratio, 0, atol=1e-6).mean() < 0.05:
            mistake = "The inputs are dropped, not the hidden units."
        elif np.allclose(ratio[np.abs(ratio) > 1e-6], 1.0):
            mistake = "Kept hidden units are not rescaled."
        elif np.allclose(ratio[np.abs(ratio) > 1e-6], scale**2):
            mistake = "The hidden units pass through dropout twice."
        elif (sent[~active] > 1e-2).any() or (sent < -1e-6).any():
            mistake = "The ReLU is missing."
    raise CheckFailed(
        mistake,
        f"At p = {case.p:g} in {mode}, the first example's first logit is {found[0, 0]:.4g}; "
        f"without any dropout it is {case.logits()[0, 0]:.4g}.",
        FORWARD_SECTION,
    )


def name_backward_slip(mlp: Any, case: Case, mask: Floats, mode: str) -> None:
    """Call mlp.backward and fail unless its gradients are those of the forward with this mask."""
    up, z, h = case.upstream, case.pre_activations(), case.hidden()
    method = attribute(mlp, "backward", "the network", FORWARD_SECTION)
    value = call(method, up.copy(), doing="mlp.backward(dlogits)")
    dx = real_array(value, case.x.shape, "the result of mlp.backward")

    def chain(gate: NDArray[Any], sent: Floats = h * mask, upstream: Floats = up) -> list[Floats]:
        dz = upstream @ case.w2.T * gate
        return [
            case.x.T @ dz,
            dz.sum(axis=0),
            sent.T @ upstream,
            upstream.sum(axis=0),
            dz @ case.w1.T,
        ]

    wanted = chain(mask * (z > 0))
    found = [*parameters(mlp, "_gradient"), dx]
    right = [same(f, w, 1e-6) for f, w in zip(found, wanted, strict=True)]
    if all(right):
        return
    n, p = len(case.x), case.p
    what = ", ".join(name for name, ok in zip((*NAMES, "dx"), right, strict=True) if not ok)
    mistake = "The gradients are not those of the last forward."
    for wrong, words in (
        (chain(1.0 * (z > 0)), "The gradient passes the dropout unmasked."),
        (chain(mask), "The gradient passes the ReLU as if it were not there."),
        (chain(np.ones_like(z)), "The gradient passes both ReLU and dropout unmasked."),
        (chain(mask**2 * (z > 0)), "The mask is multiplied in twice."),
        (chain((mask != 0) * (z > 0)), "The factor 1/(1-p) is missing in the gradient."),
        (chain((z > 0) / (1 - p)), "The gradient is scaled by 1/(1-p) but not masked."),
        (chain(mask * z), "The gradient is multiplied by the ReLU's input, not by 0 or 1."),
        (chain(mask * h), "The gradient is multiplied by the ReLU's output, not by 0 or 1."),
        (chain(mask * (z < 0)), "The ReLU lets the wrong half of the gradient through."),
        (chain(mask * (z > 0), h), "The second layer's gradient is that of another input."),
        (chain(mask * (z > 0), upstream=up / n), "The gradient is averaged over the batch twice."),
        (chain(mask * (z > 0), upstream=-up), "The gradients have the wrong sign."),
    ):  # fmt: skip
        if all(same(f, w, 1e-6) for f, w in zip(found, wrong, strict=True)):
            mistake = words
            break
    else:
        if right[:4] == [True] * 4:
            mistake = "mlp.backward does not return the gradient for x."
        elif right[2:4] == [True] * 2 and ((found[0] == 0) == (wanted[0] == 0)).all():
            mistake = "The gradient changes on its way from the second layer to the first."
    raise CheckFailed(
        mistake,
        f"After a forward in mode {mode} with p = {p:g}, wrong are: {what}.",
        GRADIENT_SECTION,
    )
