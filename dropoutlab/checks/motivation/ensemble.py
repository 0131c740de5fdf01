"""Properties of `ensemble_average(h, weights, biases, p, how)`.

The thinned networks multiply h by a bare mask of 0 and 1, send what is left through the weights
and biases, and end in a softmax.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...networks import softmax
from ..arrays import CONVENTIONS, real_array
from ..failure import CheckFailed, call, wants_value_error
from .edges import left_alone, without_error
from .ensemble_cases import Floats, Layer, draw_case

Answer = Callable[..., Any]
SECTION = "One vote or all of them?"
SHAPE = (5, 6, 3)  # examples, units, classes
HOWS = ("arithmetic", "geometric", "scaling")


def _average(answer: Answer, layer: Layer, p: float, how: str, copy: bool = True) -> NDArray[Any]:
    arguments = tuple(a.copy() for a in layer) if copy else layer
    value = call(
        answer, *arguments, p, how, doing=f'ensemble_average(h, weights, biases, p={p:g}, "{how}")'
    )
    shape = (len(layer.h), len(layer.biases))
    return real_array(value, shape, f'the output of ensemble_average with how="{how}"')


def _is(found: NDArray[Any], wanted: Floats) -> bool:
    return bool(np.allclose(found, wanted, rtol=1e-4, atol=2e-5))


def _complain(
    found: NDArray[Any], wanted: Floats, p: float, how: str, slips: Sequence[tuple[Any, str]]
) -> None:
    """Fail with the words of the slip that gives what was found."""
    mistake = f"The {how} average is wrong." if how != "scaling" else "Weight scaling is wrong."
    sums = found.sum(axis=1)
    if not np.allclose(sums, 1.0, rtol=1e-3):
        mistake = "The averaged probabilities of an example do not sum to 1."
    elif how != "scaling" and np.allclose(found, wanted, rtol=0, atol=0.02):
        mistake = f"The {how} average is only approximate. All masks can be listed."
    for value, words in slips:
        if value.shape == found.shape and np.allclose(found, value, rtol=1e-4, atol=1e-6):
            mistake = words
            break
    told = [", ".join(f"{value:.4f}" for value in row) for row in (found[0], wanted[0])]
    raise CheckFailed(
        mistake,
        f'At p = {p:g} with how="{how}", the first example gets {told[0]}, with sum '
        f"{sums[0]:.4g}, and should get {told[1]}.",
        SECTION,
    )


def averages_probabilities(
    answer: Answer,
    ps: Sequence[float] = (0.2, 0.7),
    shape: tuple[int, int, int] = SHAPE,
    seed: int = 1,
) -> None:
    """The arithmetic mean of the probabilities is weighted by the masks' probabilities."""
    for p in ps:
        layer, right, wrong = draw_case(seed, shape, p)
        found = _average(answer, layer, p, "arithmetic")
        if _is(found, right.arithmetic()):
            continue
        mean_logits = (1 - p) * layer.h @ layer.weights + layer.biases
        slips = [(ensemble.arithmetic(), words) for ensemble, words in wrong]
        slips += [
            (
                softmax(mean_logits),
                "The weights or the logits are averaged, not the probabilities.",
            ),
            (
                mean_logits,
                "These are averaged logits. The softmax is missing, in every thinned network.",
            ),
            (np.exp(right.logarithm()), "This is a geometric mean, without the division."),
            (
                softmax(right.arithmetic()),
                "A softmax is taken of the average, which is a probability already.",
            ),
        ]
        _complain(found, right.arithmetic(), p, "arithmetic", slips)


def renormalises_the_geometric_mean(
    answer: Answer,
    ps: Sequence[float] = (0.2, 0.7),
    shape: tuple[int, int, int] = SHAPE,
    seed: int = 2,
) -> None:
    """The geometric mean is weighted and renormalised."""
    for p in ps:
        layer, right, wrong = draw_case(seed, shape, p)
        raw = np.exp(right.logarithm())
        wanted = raw / raw.sum(axis=1, keepdims=True)
        found = _average(answer, layer, p, "geometric")
        if _is(found, wanted):
            continue
        slips = [(raw, "The geometric mean is not renormalised: its classes do not sum to 1.")]
        slips += [(softmax(ensemble.logarithm()), words) for ensemble, words in wrong]
        slips += [
            (np.exp(ensemble.logarithm()), f"{words[:-1]}, and the mean is not renormalised.")
            for ensemble, words in wrong
        ]
        slips += [
            (
                raw / raw.sum(axis=0),
                "The geometric mean is renormalised over the examples, not over the classes.",
            ),
            (raw / raw.sum(), "The geometric mean is renormalised over the whole array at once."),
            (right.arithmetic(), "This is the arithmetic mean."),
            (softmax(raw), "A softmax is taken of the geometric mean; divide by the sum instead."),
            (
                right.logarithm(),
                "These are averaged logarithms, without going back by exp.",
            ),
        ]
        _complain(found, wanted, p, "geometric", slips)


def scales_the_weights(
    answer: Answer,
    ps: Sequence[float] = (0.2, 0.7),
    shape: tuple[int, int, int] = SHAPE,
    seed: int = 3,
) -> None:
    """Weight scaling is the whole network once, with its weights times 1 - p."""
    for p in ps:
        layer, right, _ = draw_case(seed, shape, p)
        logits = layer.h @ layer.weights
        wanted = softmax((1 - p) * logits + layer.biases)
        found = _average(answer, layer, p, "scaling")
        if _is(found, wanted):
            continue
        slips = (
            (softmax(logits + layer.biases), "The weights are not scaled."),
            (
                softmax(p * logits + layer.biases),
                "The weights are multiplied by p instead of 1 - p.",
            ),
            (
                softmax(logits / (1 - p) + layer.biases),
                "The weights are divided by 1 - p. These thinned networks were not scaled up, so "
                "the whole network has to be scaled down.",
            ),
            (
                softmax((1 - p) * (logits + layer.biases)),
                "The biases are scaled as well. They are never dropped.",
            ),
            (
                (1 - p) * softmax(logits + layer.biases),
                "The probabilities are scaled instead of the weights.",
            ),
            ((1 - p) * logits + layer.biases, "These are logits: the softmax is missing."),
            (
                softmax((1 - p) ** 2 * logits + layer.biases),
                "The weights are scaled twice.",
            ),
            (right.arithmetic(), "This is the arithmetic mean."),
        )
        _complain(found, wanted, p, "scaling", slips)


def agrees_at_the_edges(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 4
) -> None:
    """With p = 0 or p = 1 there is one network, so all three agree; a wrong p is refused."""
    layer, _, _ = draw_case(seed, (3, 4, 3), 0.5)
    before = [a.copy() for a in layer]
    for how in HOWS:  # a batch of one example, and a p at which something is to be scaled
        _average(answer, layer._replace(h=layer.h[:1]), 0.4, how, copy=False)
        for array, old, name in zip(layer, before, Layer._fields, strict=True):
            left_alone(array, old, "ensemble_average", name)
    for p, wanted, words in (
        (0.0, softmax(layer.h @ layer.weights + layer.biases), "the whole network"),
        (1.0, softmax(layer.h * 0 @ layer.weights + layer.biases), "the biases alone"),
    ):
        for how in HOWS:
            found = without_error(
                lambda p=p, how=how: _average(answer, layer, p, how, copy=False),  # type: ignore[misc]
                f"p = {p:g}",
                CONVENTIONS,
            )
            for array, old, name in zip(layer, before, Layer._fields, strict=True):
                left_alone(array, old, "ensemble_average", name)
            if not _is(found, wanted):
                raise CheckFailed(
                    f'p = {p:g} is not handled with how="{how}".',
                    f"At p = {p:g} only one mask is possible, so every average is the softmax of "
                    f"{words}.",
                    CONVENTIONS,
                )
    for p in outside:
        for how in HOWS:
            doing = f'ensemble_average(h, weights, biases, p={p:g}, "{how}")'
            copies = [a.copy() for a in layer]
            wants_value_error(answer, *copies, p, how, doing=doing, reread=CONVENTIONS)
