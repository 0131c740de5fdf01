"""The smallest numpy layers that the notebooks stand their dropout between."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]


class Linear:
    """An affine layer with weights of shape (n_in, n_out) and biases of shape (n_out,)."""

    def __init__(self, n_in: int, n_out: int, rng: np.random.Generator) -> None:
        """Draw the weights as He et al. (2015, arXiv 1502.01852) do for ReLU; biases are zero."""
        self.weights: Floats = rng.normal(0.0, np.sqrt(2.0 / n_in), (n_in, n_out))
        self.biases: Floats = np.zeros(n_out)

    def forward(self, x: Floats) -> Floats:
        """Map x of shape (N, n_in) to (N, n_out)."""
        return x @ self.weights + self.biases


def relu(z: Floats) -> Floats:
    """The positive part of z, of the same shape (Nair and Hinton 2010)."""
    return np.maximum(z, 0.0)
