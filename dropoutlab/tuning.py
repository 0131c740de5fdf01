"""Experiments on the digits with wrong labels: what notebook 5 compares, trained once and kept."""

from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .data import digits
from .networks import Network, fit

SIZES = (64, 64, 64, 10)
EPOCHS, BATCH, N_VALIDATION = 60, 32, 400

OPTIONS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "label smoothing 0.1": {"label_smoothing": 0.1},
    "one-pixel shifts": {"shifts": True},
    "early stopping": {"early_stopping": True},
    "weight decay 0.01": {"weight_decay": 0.01},
    "max-norm 1": {"max_norm": 1.0},
    "dropout 0.5": {"p": 0.5},
    "dropout 0.5 + weight decay": {"p": 0.5, "weight_decay": 0.005},
}


class Split(NamedTuple):
    """Digits to train on, a fifth of them with wrong labels, and clean ones to choose and test."""

    x_train: NDArray[np.float64]
    y_train: NDArray[np.int64]
    x_validation: NDArray[np.float64]  # (400, 64)
    y_validation: NDArray[np.int64]
    x_test: NDArray[np.float64]  # all the rest
    y_test: NDArray[np.int64]


class Run(NamedTuple):
    """What a training run ended with; accuracies are measured without dropout."""

    train: float  # on the training data, wrong labels and all
    validation: float
    test: float
    network: Network


def split(seed: int, n_train: int = 500, label_noise: float = 0.2) -> Split:
    """Shuffle the digits by this seed and split them in three."""
    data = digits(np.random.default_rng(seed), n_train, label_noise)
    x, y = data.x_test, data.y_test
    choose, test = slice(N_VALIDATION), slice(N_VALIDATION, None)
    return Split(data.x_train, data.y_train, x[choose], y[choose], x[test], y[test])


@cache
def train_digits(
    seed: int,
    n_train: int = 500,
    label_noise: float = 0.2,
    epochs: int = EPOCHS,
    early_stopping: bool = False,
    shifts: bool = False,
    **options: Any,
) -> Run:
    """Train a 64-64-64-10 network with the options of `fit`; the seed decides everything random.

    n_train: training examples; with other than 500, epochs are changed to make as many updates
    early_stopping: go back to the weights of the epoch with the best validation accuracy
    shifts: in every epoch, move every digit by one pixel in one of four directions or not at all
    The same arguments are trained once and remembered.
    """
    data = split(seed, n_train, label_noise)
    epochs = round(epochs * 500 / n_train)
    rng = np.random.default_rng(seed + 1000)
    network = Network(SIZES, rng)
    best, kept = -1.0, network.weights + network.biases

    def after_epoch(epoch: int) -> None:
        nonlocal best, kept
        if early_stopping:
            score = network.accuracy(data.x_validation, data.y_validation)
            if score > best:
                best, kept = score, [part.copy() for part in network.weights + network.biases]

    options |= {"batch_size": BATCH, "after_epoch": after_epoch}
    if shifts:
        for _ in range(epochs):
            fit(network, _shifted(data.x_train, rng), data.y_train, rng, epochs=1, **options)
    else:
        fit(network, data.x_train, data.y_train, rng, epochs=epochs, **options)
    if early_stopping:
        network.weights, network.biases = kept[: len(SIZES) - 1], kept[len(SIZES) - 1 :]
    return Run(
        network.accuracy(data.x_train, data.y_train),
        network.accuracy(data.x_validation, data.y_validation),
        network.accuracy(data.x_test, data.y_test),
        network,
    )


def learning_curve(
    seed: int, epochs: int, every: int = 5, **options: Any
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Epochs and the validation accuracy after each of them, of a network trained with `fit`."""
    data, rng = split(seed), np.random.default_rng(seed + 1000)
    network = Network(SIZES, rng)
    seen: list[tuple[int, float]] = []

    def after_epoch(epoch: int) -> None:
        if epoch % every == 0:
            seen.append((epoch, network.accuracy(data.x_validation, data.y_validation)))

    fit(
        network,
        data.x_train,
        data.y_train,
        rng,
        epochs=epochs,
        batch_size=BATCH,
        after_epoch=after_epoch,
        **options,
    )
    return np.array([epoch for epoch, _ in seen]), np.array([score for _, score in seen])


def _shifted(x: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """The images (N, 64), each moved by one pixel in one of four directions or not at all."""
    padded = np.pad(x.reshape(-1, 8, 8), ((0, 0), (1, 1), (1, 1)))
    moves = ((0, 0), (0, -1), (0, 1), (-1, 0), (1, 0))
    moved = np.array([padded[:, 1 + dy : 9 + dy, 1 + dx : 9 + dx] for dy, dx in moves])
    return moved[rng.integers(0, len(moves), len(x)), np.arange(len(x))].reshape(-1, 64)
