"""The smallest numpy layers that the notebooks stand their dropout between, and a loss."""

import numpy as np
from numpy.typing import NDArray

from .networks import negative_log_likelihood, softmax

Floats = NDArray[np.floating]


class Linear:
    """An affine layer with weights of shape (n_in, n_out) and biases of shape (n_out,)."""

    def __init__(self, n_in: int, n_out: int, rng: np.random.Generator) -> None:
        """Draw the weights as He et al. (2015, arXiv 1502.01852) do for ReLU; biases are zero."""
        self.weights: Floats = rng.normal(0.0, np.sqrt(2.0 / n_in), (n_in, n_out))
        self.biases: Floats = np.zeros(n_out)
        self.weights_gradient: Floats | None = None
        self.biases_gradient: Floats | None = None
        self._x: Floats | None = None

    def forward(self, x: Floats) -> Floats:
        """Map x of shape (N, n_in) to (N, n_out), and remember x for the backward pass."""
        self._x = x
        return x @ self.weights + self.biases

    def backward(self, dy: Floats) -> Floats:
        """Take the loss gradient for the last output and return that for the last x.

        Those for the parameters, summed over the batch, go to `weights_gradient` and
        `biases_gradient`. Raises RuntimeError before the first forward.
        """
        if self._x is None:
            raise RuntimeError("Linear.backward was called before any forward.")
        self.weights_gradient = self._x.T @ dy
        self.biases_gradient = dy.sum(axis=0)
        return dy @ self.weights.T


def relu(z: Floats) -> Floats:
    """The positive part of z, of the same shape (Nair and Hinton 2010)."""
    return np.maximum(z, 0.0)


def softmax_cross_entropy(logits: Floats, y: NDArray[np.integer]) -> tuple[float, Floats]:
    """The cross-entropy of logits (N, n_classes) with labels y (N,), in nats, and its gradient.

    The loss is the mean over the batch; the gradient, of the shape of the logits, is that of the
    mean, so it is (probability - 1 for the true class) / N.
    """
    probabilities = softmax(logits)
    gradient = probabilities.copy()
    gradient[np.arange(len(y)), y] -= 1.0
    return negative_log_likelihood(probabilities, y), gradient / len(y)
