"""Logs of training runs in the manner of real ones, healthy or with one thing broken."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

EVAL, TRAIN, SWAPPED, SCALE, SHORT, HEALTHY = (
    "eval forgotten",
    "train forgotten",
    "drop and keep swapped",
    "scale wrong",
    "stopped too early",
    "healthy",
)
VERDICTS = (EVAL, TRAIN, SWAPPED, SCALE, SHORT, HEALTHY)


def _curves(
    rng: np.random.Generator, epochs: int, rising: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Accuracies on training and on validation data, flat at the end or still rising."""
    t = np.arange(1, epochs + 1) / epochs
    # Rising, the last fifth gains 5 to 10 points on the one before; flat, less than half a point.
    shape = t if rising else 1 - np.exp(-t * rng.uniform(14, 20))
    top, low = rng.uniform(0.8, 0.93), rng.uniform(0.3, 0.42)
    validation = low + (top - low) * shape
    train = validation - rng.uniform(0.02, 0.1) if rising else validation * rng.uniform(0.9, 1.05)
    noise = rng.uniform(-0.006, 0.006, (2, epochs))
    return np.clip(train + noise[0], 0, 1), np.clip(validation + noise[1], 0, 1)


def log(
    rng: np.random.Generator, fault: str, p: float, rising: bool = False, epochs: int = 60
) -> dict[str, Any]:
    """A log as `diagnose` gets it, of a run at drop probability p with this fault or none."""
    train, validation = _curves(rng, epochs, rising or fault == SHORT)
    dropped = np.full(epochs, 1 - p if fault == SWAPPED else p)
    if p > 0:
        dropped += rng.uniform(-0.006, 0.006, epochs)
    if fault == TRAIN:
        dropped[int(rng.integers(1, 4)) :] = 0.0
    scale = 1 + rng.uniform(-0.03, 0.03) if p > 0 else 1.0
    if fault == SCALE:
        scale *= 1 - p if rng.random() < 0.5 else 1 / (1 - p)
    repeat = float(rng.uniform(0.78, 0.96)) if fault == EVAL else 1.0
    return {
        "p": p,
        "dropped": dropped,
        "train": train,
        "validation": validation,
        "repeat": repeat,
        "scale": float(scale),
    }
