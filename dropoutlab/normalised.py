"""A network with batch normalisation, trained with dropout before it or after it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .layers import Linear
from .networks import negative_log_likelihood, softmax
from .tuning import BATCH, split

Floats = NDArray[np.floating]
UNITS, RATE, MOMENTUM, SMALL = 64, 0.1, 0.1, 1e-5


class Scores(NamedTuple):
    """Accuracy and mean negative log-likelihood on the test digits."""

    accuracy: float
    loss: float


def train_normalised(
    seed: int, place: str, p: float = 0.5, epochs: int = 60
) -> tuple[Scores, Scores]:
    """Train linear → relu → linear → batch normalisation → relu → linear on digits with noise.

    place: "before" puts dropout after the first relu, "after" puts it after the second one, with
    the batch normalisation between them
    Returns the scores with the averages that batch normalisation remembers from training, and
    those with averages that were estimated again, on the training data and without dropout.
    """
    data, rng = split(seed), np.random.default_rng(seed + 1000)
    first, second, third = (
        Linear(n_in, n_out, rng) for n_in, n_out in ((64, UNITS), (UNITS, UNITS), (UNITS, 10))
    )
    scale, shift = np.ones(UNITS), np.zeros(UNITS)
    mean, variance = np.zeros(UNITS), np.ones(UNITS)

    def noise(n: int, here: str) -> Floats | float:
        return (rng.random((n, UNITS)) >= p) / (1 - p) if here == place else 1.0

    def logits(x: Floats, mean: Floats, variance: Floats) -> Floats:
        z = second.forward(np.maximum(first.forward(x), 0))
        normal = (z - mean) / np.sqrt(variance + SMALL)
        return third.forward(np.maximum(scale * normal + shift, 0))

    for _ in range(epochs):
        order = rng.permutation(len(data.x_train))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            x, y = data.x_train[order[start : start + BATCH]], data.y_train[order[start:][:BATCH]]
            n = len(x)
            gate, late = noise(n, "before"), noise(n, "after")
            h = np.maximum(first.forward(x), 0) * gate
            z = second.forward(h)
            m, v = z.mean(axis=0), z.var(axis=0)
            deviation = np.sqrt(v + SMALL)
            normal = (z - m) / deviation
            a = np.maximum(scale * normal + shift, 0) * late
            # What inference will use: averages that forget slowly.
            mean += MOMENTUM * (m - mean)
            variance += MOMENTUM * (v * n / (n - 1) - variance)

            upstream = softmax(third.forward(a))
            upstream[np.arange(n), y] -= 1
            upstream /= n
            back = (upstream @ third.weights.T) * (a > 0) * late
            third.weights -= RATE * a.T @ upstream
            third.biases -= RATE * upstream.sum(axis=0)
            through = back * scale
            scale -= RATE * (back * normal).sum(axis=0)
            shift -= RATE * back.sum(axis=0)
            centred = through - through.mean(axis=0) - normal * (through * normal).mean(axis=0)
            upstream = centred / deviation
            back = (upstream @ second.weights.T) * (h > 0) * gate
            second.weights -= RATE * h.T @ upstream
            second.biases -= RATE * upstream.sum(axis=0)
            first.weights -= RATE * x.T @ back
            first.biases -= RATE * back.sum(axis=0)

    z = second.forward(np.maximum(first.forward(data.x_train), 0))

    def scores(mean: Floats, variance: Floats) -> Scores:
        outputs, y = logits(data.x_test, mean, variance), data.y_test
        accuracy = float((outputs.argmax(axis=1) == y).mean())
        return Scores(accuracy, negative_log_likelihood(softmax(outputs), y))

    return scores(mean, variance), scores(z.mean(axis=0), z.var(axis=0))
