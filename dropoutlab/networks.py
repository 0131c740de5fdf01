"""A small ReLU classifier and its training by SGD, with dropout and with what it is compared to.

The exercises build dropout; this builds none that could be borrowed. The masks are drawn in the
middle of a step of training, and no function returns one.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]


class Network:
    """Affine layers with ReLU between them, for classification.

    weights: list of arrays (n_in, n_out)
    biases: list of arrays (n_out,)
    """

    def __init__(self, sizes: Sequence[int], rng: np.random.Generator) -> None:
        """Draw weights for layers of these sizes as He et al. (2015, arXiv 1502.01852) do."""
        self.weights: list[Floats] = [
            rng.normal(0.0, np.sqrt(2.0 / n_in), (n_in, n_out)) for n_in, n_out in pairwise(sizes)
        ]
        self.biases: list[Floats] = [np.zeros(n_out) for n_out in sizes[1:]]

    def activations(self, x: Floats, factors: Sequence[Floats | None] = ()) -> list[Floats]:
        """What every layer sends on for x of shape (N, n_in): x, the hidden units, the logits.

        factors[i], where given, multiplies layer i (0 is the input) before it is sent on.
        """
        sent = [x]
        for layer, (weights, biases) in enumerate(zip(self.weights, self.biases, strict=True)):
            factor = factors[layer] if layer < len(factors) else None
            if factor is not None:
                sent[-1] = sent[-1] * factor
            z = sent[-1] @ weights + biases
            sent.append(np.maximum(z, 0.0) if layer < len(self.weights) - 1 else z)
        return sent

    def logits(self, x: Floats, factors: Sequence[Floats | None] = ()) -> Floats:
        """The outputs (N, n_classes) before the softmax; factors as in `activations`."""
        return self.activations(x, factors)[-1]

    def predict(self, x: Floats) -> NDArray[np.int64]:
        """The most probable class of each row of x, without any dropout."""
        return self.logits(x).argmax(axis=1)

    def accuracy(self, x: Floats, y: NDArray[np.integer]) -> float:
        """The share of rows of x whose predicted class is y."""
        return float((self.predict(x) == y).mean())


def softmax(logits: Floats) -> Floats:
    """Probabilities from logits, along the last axis, without overflow."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def negative_log_likelihood(probabilities: Floats, y: NDArray[np.integer]) -> float:
    """The mean of -log of the probability that each row gives to its class y, in nats."""
    chosen = probabilities[np.arange(len(y)), y]
    return float(-np.log(np.maximum(chosen, 1e-300)).mean())


def fit(
    network: Network,
    x: Floats,
    y: NDArray[np.integer],
    rng: np.random.Generator,
    *,
    p: float | Sequence[float] = 0.0,
    input_p: float = 0.0,
    epochs: int = 100,
    batch_size: int = 32,
    learning_rate: float = 0.1,
    momentum: float = 0.0,
    weight_decay: float = 0.0,
    max_norm: float | None = None,
    label_smoothing: float = 0.0,
    after_epoch: Callable[[int], None] = lambda epoch: None,
) -> None:
    """Train a network in place by stochastic gradient descent on the cross-entropy.

    The arithmetic is done in the dtype of the network's weights if x has it too.

    p: drop probability of the hidden units, one for all hidden layers or one for each, in [0, 1)
    input_p: drop probability of the inputs
    weight_decay: adds weight_decay * W to the gradient of every weight matrix
    max_norm: the longest that the weights into one unit may be (Srebro and Shraibman 2005)
    label_smoothing: share of each label that is spread over all classes (Szegedy et al. 2016)
    after_epoch: called with 1, 2, ... after each pass over the data
    Raises ValueError if a drop probability is not in [0, 1).
    """
    n_hidden = len(network.weights) - 1
    rates = [input_p, *([p] * n_hidden if isinstance(p, int | float) else p)]
    if len(rates) != n_hidden + 1 or not all(0 <= rate < 1 for rate in rates):
        raise ValueError(
            f"Drop probabilities must be in [0, 1), one for each of {n_hidden} layers."
        )
    n_classes = len(network.biases[-1])
    dtype = network.weights[0].dtype
    targets = np.full((len(y), n_classes), label_smoothing / n_classes, dtype)
    targets[np.arange(len(y)), y] += 1 - label_smoothing
    parameters = [*network.weights, *network.biases]
    velocity = [np.zeros_like(parameter) for parameter in parameters]
    for epoch in range(1, epochs + 1):
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            factors = [
                (rng.random((len(rows), len(weights))) >= rate) / dtype.type(1 - rate)
                if rate
                else None
                for rate, weights in zip(rates, network.weights, strict=True)
            ]
            gradients = _gradients(network, x[rows], targets[rows], factors)
            for number, (parameter, gradient) in enumerate(zip(parameters, gradients, strict=True)):
                if weight_decay and number <= n_hidden:
                    gradient += weight_decay * parameter
                velocity[number] = momentum * velocity[number] - learning_rate * gradient
                parameter += velocity[number]
            if max_norm is not None:
                for weights in network.weights:
                    lengths = np.linalg.norm(weights, axis=0)
                    weights *= np.minimum(1.0, max_norm / np.maximum(lengths, 1e-12))
        after_epoch(epoch)


def _gradients(
    network: Network, x: Floats, targets: Floats, factors: Sequence[Floats | None]
) -> list[Floats]:
    """The gradients of the mean cross-entropy: of all weights, then of all biases."""
    sent = network.activations(x, factors)
    upstream = (softmax(sent[-1]) - targets) / len(x)
    of_weights: list[Floats] = []
    of_biases: list[Floats] = []
    for layer in reversed(range(len(network.weights))):
        of_weights.insert(0, sent[layer].T @ upstream)
        of_biases.insert(0, upstream.sum(axis=0))
        if layer:
            upstream = upstream @ network.weights[layer].T
            factor = factors[layer]
            # What was dropped or silent was sent as 0; what was sent came through its factor.
            upstream *= (sent[layer] > 0) if factor is None else (sent[layer] > 0) * factor
    return of_weights + of_biases
