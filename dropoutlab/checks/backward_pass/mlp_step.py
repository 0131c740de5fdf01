"""Is this one step of stochastic gradient descent? Read off from what the parameters became."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...layers import Floats, softmax_cross_entropy
from ..arrays import CONVENTIONS
from ..failure import CheckFailed
from .gates import same
from .handling import attribute, calling
from .mlp_handling import (
    Answer,
    Case,
    logits_of,
    parameters,
    parameters_of,
    set_up,
    several_logits_of,
    switch,
)

STEP_SECTION = "One step of training"


def _step(mlp: Any, case: Case, y: NDArray[np.integer], rate: float) -> tuple[float, list[Floats]]:
    """The loss that mlp.step returns, and by how much each parameter of the case changed."""
    method = attribute(mlp, "step", "the network", STEP_SECTION)
    doing, mistake = f"mlp.step(x, y, {rate:g})", "mlp.step stops with an error."
    x, labels = case.x.copy(), y.copy()
    loss: Any = calling(method, x, labels, rate, doing=doing, mistake=mistake)
    if not (np.array_equal(x, case.x) and np.array_equal(labels, y)):
        raise CheckFailed(
            "mlp.step changes its input.", "x or y is different after the call.", CONVENTIONS
        )
    if isinstance(loss, np.ndarray) and loss.size == 1:
        loss = loss.item()
    if isinstance(loss, bool) or not isinstance(loss, int | float | np.floating):
        raise CheckFailed(
            "mlp.step does not return the loss.",
            f"It returned something of type {type(loss).__name__}; the loss is a number.",
            STEP_SECTION,
        )
    changes = [
        new - old for new, old in zip(parameters(mlp, case), parameters_of(case), strict=True)
    ]
    return float(loss), changes


def steps_down_the_mean_loss(answer: Answer, rate: float, seed: int) -> None:
    """Fail unless a step without dropout is the learning rate times the gradient, downhill."""
    case = Case.draw(seed, 0.0, (6, 4, 5))
    y = np.random.default_rng(seed).integers(0, 5, size=6)
    mlp = set_up(answer, case)
    loss, changes = _step(mlp, case, y, rate)
    wanted_loss, upstream = softmax_cross_entropy(case.logits(), y)
    gradients = _gradients(case, y)

    def moved(factor: float) -> bool:
        return all(same(c, factor * g, 1e-5) for c, g in zip(changes, gradients, strict=True))

    still = [name for name, c in zip(("W1", "b1", "W2", "b2"), changes, strict=True) if not c.any()]
    mistake = ""
    if len(still) == 4:
        mistake = "The parameters do not change."
    elif still:
        mistake = "Some parameters are not updated."
    elif moved(rate):
        mistake = "The step goes uphill."
    elif moved(-1.0) and rate != 1:
        mistake = "The learning rate is ignored."
    elif moved(-rate / len(y)):
        mistake = "The gradient is averaged over the batch twice."
    elif moved(-rate * len(y)):
        mistake = "The gradient is summed over the batch, and the loss is the mean."
    elif moved(-2 * rate):
        mistake = "The parameters are updated twice."
    elif same(changes[2], -rate * gradients[2], 1e-5) and _uses_updated_weights(
        case, changes, upstream, rate
    ):
        mistake = "The second layer is updated before the gradient has passed through it."
    elif not moved(-rate):
        mistake = "The parameters do not move by −learning_rate times their gradient."
    if mistake:
        if not same(logits_of(set_up(answer, case), case), case.logits()):
            mistake = "forward is not yet right, and a step goes down its gradient."
        raise CheckFailed(
            mistake,
            f"With p = 0 and learning rate {rate:g}, the first bias of the second layer moved by "
            f"{changes[3][0]:.4g}; it should be {-rate * gradients[3][0]:.4g}."
            + (f" Unchanged: {', '.join(still)}." if still else ""),
            STEP_SECTION,
        )
    if not math.isclose(loss, wanted_loss, rel_tol=1e-6):
        moved_to = [old + c for old, c in zip(parameters_of(case), changes, strict=True)]
        hidden = np.maximum(case.x @ moved_to[0] + moved_to[1], 0)
        after, _ = softmax_cross_entropy(hidden @ moved_to[2] + moved_to[3], y)
        raise CheckFailed(
            "step returns the loss after the update, not the one it has the gradient of."
            if math.isclose(loss, after, rel_tol=1e-6)
            else "step returns another number than the loss.",
            f"It returned {loss:.6g}; the mean cross-entropy before the step is {wanted_loss:.6g}.",
            STEP_SECTION,
        )
    w1, b1, w2, b2 = (old + c for old, c in zip(parameters_of(case), changes, strict=True))
    case = replace(case, w1=w1, b1=b1, w2=w2, b2=b2)
    _, changes = _step(mlp, case, y, rate)
    if not all(same(c, -rate * g, 1e-5) for c, g in zip(changes, _gradients(case, y), strict=True)):
        raise CheckFailed(
            "The second step is not like the first.",
            "The first step moves the parameters by −learning_rate times their gradient, a second "
            "one does not. Are gradients summed up over the steps, or the learning rate changed?",
            STEP_SECTION,
        )


def _gradients(case: Case, y: NDArray[np.integer]) -> list[Floats]:
    """Those of the mean loss without dropout, parameter by parameter."""
    _, upstream = softmax_cross_entropy(case.logits(), y)
    dz = upstream @ case.w2.T * (case.pre_activations() > 0)
    return [case.x.T @ dz, dz.sum(axis=0), case.hidden().T @ upstream, upstream.sum(axis=0)]


def _uses_updated_weights(case: Case, changes: list[Floats], upstream: Floats, rate: float) -> bool:
    """Whether the first layer's step has the gradient of the second layer's new weights."""
    gate = case.pre_activations() > 0
    of_new, of_old = (upstream @ w.T * gate for w in (case.w2 + changes[2], case.w2))
    return same(changes[1], -rate * of_new.sum(axis=0), 1e-5) and not same(of_new, of_old, 1e-5)


def follows_the_gradient_of_its_own_pass(answer: Answer, rate: float, seed: int) -> None:
    """Fail unless loss and gradient of a step with dropout are those of one and the same mask.

    With a single example, the changes tell the mask: those of the second biases are the gradient
    for the logits, and those of the second weights that times what the hidden layer sent.
    """
    case = Case.draw(seed, 0.5, (1, 4, 128))
    y = case.logits().argmin(axis=1)  # surely not what the network would say
    mlp = set_up(answer, case)
    loss, (of_w1, of_b1, of_w2, of_b2) = _step(mlp, case, y, rate)
    upstream = -of_b2 / rate
    sent = -(of_w2 @ upstream) / rate / float(upstream @ upstream)
    active = case.hidden()[0] > 1e-3
    kept = sent[active] / case.hidden()[0, active] > 1e-6
    if kept.all():
        raise CheckFailed(
            "step trains without dropout.",
            f"After train(), all {kept.size} active hidden units of a step with p = 0.5 were used.",
            STEP_SECTION,
        )
    mean_loss, of_logits = softmax_cross_entropy(sent[None] @ case.w2 + case.b2, y)
    if not same(of_logits[0], upstream, 1e-5):
        raise CheckFailed(
            "The gradient of a step is not that of one forward.",
            "The updates of the second layer's weights and biases belong to different masks.",
            STEP_SECTION,
        )
    if not math.isclose(loss, mean_loss, rel_tol=1e-5):
        raise CheckFailed(
            "step returns the loss of another mask than the one it learns from.",
            f"It returned {loss:.6g}; with the mask of its update the loss is {mean_loss:.6g}. "
            "One forward serves both the loss and the gradient.",
            STEP_SECTION,
        )
    gate = np.zeros_like(sent)
    gate[active] = kept * 2.0
    dz = case.w2 @ upstream * gate
    dz[~active] = (-of_b1 / rate)[~active]  # units too close to 0 to tell
    if not same(of_b1, -rate * dz, 1e-5) or not same(of_w1, -rate * np.outer(case.x[0], dz), 1e-5):
        raise CheckFailed(
            "The first layer does not learn from the mask of the forward.",
            "Its update is not that of the mask which the second layer's update shows.",
            STEP_SECTION,
        )
    _keeps_its_mode(mlp, case, y, rate, case.b2 + of_b2)


def _keeps_its_mode(mlp: Any, case: Case, y: NDArray[np.integer], rate: float, b2: Floats) -> None:
    """Fail unless a step in training leaves the network in training, and one after eval() rests.

    The network has made a step in training, and its second biases have become b2.
    """
    training = logits_of(mlp, case)
    switch(mlp, "eval")
    resting, again = several_logits_of(mlp, case, 2)
    if not same(resting, again):
        return  # eval() does not work, which `has_two_modes` tells
    if same(training, resting):
        raise CheckFailed(
            "step switches the network to inference.",
            "After a step in training, the network answers without dropout. A step is in the "
            "current mode, and leaves it as it is.",
            STEP_SECTION,
        )
    method, second = (
        attribute(mlp, name, "the network", STEP_SECTION) for name in ("step", "second")
    )
    calling(
        method,
        case.x.copy(),
        y.copy(),
        rate,
        doing="mlp.step(x, y, rate)",
        mistake="After eval(), mlp.step stops with an error.",
    )
    _, upstream = softmax_cross_entropy(resting, y)
    if not same(second.biases - b2, -rate * upstream[0], 1e-5):
        raise CheckFailed(
            "step does not keep to the mode that the network is in.",
            "After eval(), a step has a mask all the same. The caller switches the mode.",
            STEP_SECTION,
        )
