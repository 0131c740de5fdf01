"""Two curves with a gap in the data, and small networks that were trained on them with dropout."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Curve = Callable[[Any], Any]
NOISE, GAP, REACH, POINTS, WIDTH, STEPS = 0.15, 0.6, 2.0, 60, 50, 1500
CURVES: dict[str, Curve] = {
    "calm": lambda x: np.sin(3.0 * x) + 0.6 * x,
    "bump": lambda x: np.cos(2.5 * x) + 0.3 * x,
}


class Trained(NamedTuple):
    """The data, and one pass of the trained network over points (n,) with masks from a rng."""

    x: Floats
    y: Floats
    predict: Callable[[Any, np.random.Generator], Floats]


@cache
def trained(curve: str, p: float) -> Trained:
    """Train 1-50-50-1 ReLU units with dropout p by Adam (Kingma and Ba 2015), on 60 points.

    Cached, since it takes a few tenths of a second.
    """
    rng = np.random.default_rng(1)
    half = POINTS // 2
    x = np.concatenate([rng.uniform(-REACH, -GAP, half), rng.uniform(GAP, REACH, half)])
    y = CURVES[curve](x) + rng.normal(0.0, NOISE, POINTS)
    weights = [rng.normal(0.0, (2 / n) ** 0.5, (n, m)) for n, m in ((1, WIDTH), (WIDTH, WIDTH))]
    weights.append(rng.normal(0.0, (2 / WIDTH) ** 0.5, (WIDTH, 1)))
    kinks = rng.uniform(-2.5, 2.5, WIDTH)  # spread over the range, where the first units bend
    biases = [-kinks * weights[0][0], np.zeros(WIDTH), np.zeros(1)]
    network = weights + biases

    def run(points: Floats, rng: np.random.Generator) -> tuple[list[Floats], list[Floats]]:
        """What every layer sends on, and by what its units were multiplied."""
        sent, factors = [points[:, None]], []
        for layer in range(3):
            z = sent[-1] @ network[layer] + network[3 + layer]
            if layer < 2:
                factors.append((rng.random(z.shape) >= p) / (1 - p) * (z > 0))
                z = z * factors[-1]
            sent.append(z)
        return sent, factors

    first, second = ([np.zeros_like(part) for part in network] for _ in range(2))
    for step in range(1, STEPS + 1):
        sent, factors = run(x, rng)
        upstream = (sent[3] - y[:, None]) / POINTS
        gradients = [np.zeros(0)] * 6
        for layer in (2, 1, 0):
            gradients[layer] = sent[layer].T @ upstream
            gradients[3 + layer] = upstream.sum(axis=0)
            if layer:
                upstream = (upstream @ network[layer].T) * factors[layer - 1]
        rate = 0.005 * min(1.0, 2.02 - 2 * step / STEPS)
        for part, gradient, m, v in zip(network, gradients, first, second, strict=True):
            m += 0.1 * (gradient - m)
            v += 0.001 * (gradient**2 - v)
            part -= rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)

    def predict(points: Any, rng: np.random.Generator) -> Floats:
        return run(np.asarray(points), rng)[0][3][:, 0]

    return Trained(x, y, predict)
