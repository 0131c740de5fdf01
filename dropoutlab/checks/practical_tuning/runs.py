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
    """Accuracies on training and on validation data, flat at the end or still rising.

    Where validation is flat, training goes on to rise: wrong labels are learnt by heart.
    """
    t, fifth = np.arange(1, epochs + 1) / epochs, epochs // 5
    noise = rng.uniform(-0.006, 0.006, (2, epochs))
    for part in (noise[1, -fifth:], noise[1, -2 * fifth : -fifth]):
        part -= part.mean()  # so that the last fifth gains on the one before what it should
    gain = rng.uniform(0.045, 0.1) if rising else rng.uniform(-0.005, 0.013)
    top, low = rng.uniform(0.8, 0.93), rng.uniform(0.3, 0.42)
    validation = top - 5 * gain * (1 - t)
    train = validation - rng.uniform(-0.05, 0.1)
    if not rising:
        validation -= (top - low) * np.exp(-t * rng.uniform(14, 20))
        train = top - rng.uniform(-0.05, 0.1) - 5 * rng.uniform(0.045, 0.06) * (1 - t)
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
    # The smaller the rate, the more examples keep their class from mask to mask.
    repeat = float(1 - p * rng.uniform(0.08, 0.12)) if fault == EVAL else 1.0
    return {
        "p": p,
        "dropped": dropped,
        "train": train,
        "validation": validation,
        "repeat": repeat,
        "scale": float(scale),
    }
