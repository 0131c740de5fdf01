"""A layer to average over, what its thinned networks answer, and what they answer by mistake."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...networks import softmax

Floats = NDArray[np.floating]


class Layer(NamedTuple):
    """What `ensemble_average` is called with."""

    h: Floats  # (N, n)
    weights: Floats  # (n, K)
    biases: Floats  # (K,)


class Ensemble(NamedTuple):
    """Weights (2^n,) and answers (2^n, N, K) of thinned networks; the first mask keeps nothing."""

    weights: Floats
    answers: Floats

    def arithmetic(self) -> Floats:
        """The weighted arithmetic mean."""
        return np.asarray(np.tensordot(self.weights, self.answers, 1))

    def logarithm(self) -> Floats:
        """The logarithm of the weighted geometric mean, before it is renormalised."""
        return np.asarray(np.tensordot(self.weights, np.log(self.answers), 1))


def draw_case(
    seed: int, shape: tuple[int, int, int], p: float
) -> tuple[Layer, Ensemble, list[tuple[Ensemble, str]]]:
    """A layer with its thinned networks, and wrong ensembles with what is wrong about them."""
    rng = np.random.default_rng(seed)
    n_examples, n, n_classes = shape
    h = rng.uniform(0.5, 1.5, (n_examples, n)) * rng.choice([1, 1, -1], (n_examples, n))
    layer = Layer(h, rng.normal(0.0, 1.0, (n, n_classes)), rng.normal(0.0, 1.0, n_classes))
    keep = (np.arange(2**n)[:, None] >> np.arange(n)) % 2
    incoming = (h * keep[:, None]) @ layer.weights
    answers = softmax(incoming + layer.biases)
    weights, swapped = (np.where(keep, 1 - q, q).prod(axis=1) for q in (p, 1 - p))
    right = Ensemble(weights, answers)

    without_biases = answers.copy()
    without_biases[0] = 1 / n_classes
    over_examples = np.swapaxes(softmax(np.swapaxes(incoming + layer.biases, 1, 2)), 1, 2)
    some = weights[1:]
    wrong = [
        (Ensemble(np.full(2**n, 0.5**n), answers), "The masks are averaged with equal weights."),
        (Ensemble(np.ones(2**n), answers), "The weights of the masks are missing."),
        (Ensemble(swapped, answers), "Drop and keep are swapped."),
        (Ensemble(some, answers[1:]), "The mask that keeps nothing is left out."),
        (Ensemble(some / some.sum(), answers[1:]), "The mask that keeps nothing is left out."),
        (
            Ensemble(weights, softmax(incoming / (1 - p) + layer.biases)),
            "The thinned networks scale up what they keep. Here they use bare masks of 0 and 1.",
        ),
        (Ensemble(weights, softmax(incoming)), "The thinned networks have lost their biases."),
        (
            Ensemble(weights, without_biases),
            "The network that keeps nothing has lost its biases, which are never dropped.",
        ),
        (Ensemble(weights, over_examples), "The softmax runs over the examples."),
        (
            Ensemble(np.ones(1), softmax(h @ layer.weights + layer.biases)[None]),
            "This is the whole network, without any mask.",
        ),
    ]
    return layer, right, wrong
