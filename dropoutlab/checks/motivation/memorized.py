"""Properties of `memorized_fraction(predicted, noisy, clean)`."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..failure import CheckFailed, call
from .edges import left_alone, without_error

Answer = Callable[..., Any]
Labels = NDArray[np.int64]
SECTION = "What has it memorised?"


def _labels(seed: int, n: int, flipped: float) -> tuple[Labels, Labels, Labels]:
    """Predicted, noisy and clean labels of n examples; all three disagree in every way."""
    rng = np.random.default_rng(seed)
    clean = rng.integers(0, 10, n)
    noisy = clean.copy()
    rows = rng.choice(n, round(flipped * n), replace=False)
    noisy[rows] = (clean[rows] + rng.integers(1, 10, len(rows))) % 10
    predicted = clean.copy()
    wrong = rng.random(n) < 0.4  # of the others as well, at times
    predicted[wrong] = rng.integers(0, 10, wrong.sum())
    repeated = rows[rng.random(len(rows)) < 0.35]
    predicted[repeated] = noisy[repeated]
    for row in (0, -1):  # the first and the last example count, whoever leaves them out is seen
        noisy[row] = predicted[row] = (clean[row] + 3) % 10
    return predicted, noisy, clean


def _fraction(answer: Answer, labels: tuple[Labels, Labels, Labels]) -> float:
    value = call(answer, *labels, doing="memorized_fraction(predicted, noisy, clean)")
    if value is None:
        raise CheckFailed("The fraction is None.", "Is there a `return` at the end?")
    if isinstance(value, np.ndarray) and value.size != 1:
        raise CheckFailed(
            "The fraction is an array and not one number.",
            f"It has shape {value.shape}; return one number for the whole set.",
            SECTION,
        )
    if isinstance(value, np.ndarray) and value.dtype.kind in "fbiu":
        value = value.item()
    if not isinstance(value, int | float | np.integer | np.floating):
        raise CheckFailed(
            "The fraction is not a number.", f"It is of type {type(value).__name__}.", SECTION
        )
    return float(value)


def counts_repeated_labels(
    answer: Answer, cases: Sequence[tuple[int, float]] = ((300, 0.2), (170, 0.4)), seed: int = 1
) -> None:
    """Of the wrongly labelled examples, it gives the share whose wrong label is repeated."""
    for number, (n, flipped) in enumerate(cases):
        predicted, noisy, clean = labels = _labels(seed + 1000 * number, n, flipped)
        found = _fraction(answer, tuple(a.copy() for a in labels))  # type: ignore[arg-type]
        wrong = noisy != clean
        repeated = wrong & (predicted == noisy)
        share = repeated.sum() / wrong.sum()
        if np.isclose(found, share, rtol=1e-5, atol=1e-6):
            continue
        mistake = "The fraction is not the share of wrong labels that are repeated."
        for value, words in (
            (np.nan, "The fraction is nan."),
            (repeated.sum(), "This is a number of examples, not a fraction."),
            (100 * share, "The fraction is given in per cent, not between 0 and 1."),
            (1 - share, "This is the share of wrong labels that are not repeated."),
            (
                (predicted == noisy).mean(),
                "This is the training accuracy: right labels are counted as well.",
            ),
            ((predicted == clean).mean(), "This is the accuracy against the clean labels."),
            (
                repeated.mean(),
                "The repeated wrong labels are divided by all examples, "
                "not by the wrongly labelled ones.",
            ),
            (
                (predicted != clean)[wrong].mean(),
                "Every error on a wrongly labelled example is counted, "
                "also where the network answers something else.",
            ),
            (
                (predicted == clean)[wrong].mean(),
                "This is the share of wrongly labelled examples whose true class is found.",
            ),
            (
                repeated.sum() / (predicted == noisy).sum(),
                "The condition is the wrong way round: "
                "divide by the wrong labels, not by the repeated ones.",
            ),
            (
                repeated.sum() / (predicted != clean).sum(),
                "The repeated wrong labels are divided by the network's errors, "
                "not by the wrongly labelled examples.",
            ),
            (repeated[:-1].sum() / wrong[:-1].sum(), "The last example is left out."),
            (repeated[1:].sum() / wrong[1:].sum(), "The first example is left out."),
            (float(share > 0.5), "The fraction is rounded to a whole number."),
            (0.0, "The fraction is 0, although wrong labels are repeated."),
        ):
            if np.isclose(found, value, rtol=1e-9, equal_nan=True):
                mistake = words
                break
        raise CheckFailed(
            mistake,
            f"Of {n} examples {wrong.sum()} have a wrong label, and for {repeated.sum()} of those "
            f"the prediction is that wrong label: {share:.4f}. Your answer is {found:.4f}.",
            SECTION,
        )


def knows_the_edges(answer: Answer, n: int = 40, seed: int = 2) -> None:
    """It is 0 where no label is wrong or none repeated, 1 where all are; labels are left alone."""
    predicted, noisy, clean = labels = _labels(seed, n, 0.5)
    before = [a.copy() for a in labels]
    _fraction(answer, labels)
    for array, old, name in zip(labels, before, ("predicted", "noisy", "clean"), strict=True):
        left_alone(array, old, "memorized_fraction", name)
    single = clean.copy()
    single[0] = (clean[0] + 1) % 10
    for case, wanted, what in (
        ((clean, clean, clean), 0.0, "no label is wrong"),
        ((predicted, clean, clean), 0.0, "no label is wrong"),
        ((clean, noisy, clean), 0.0, "the network finds every true class"),
        ((noisy, noisy, clean), 1.0, "every wrong label is repeated"),
        ((single, single, clean), 1.0, "a single label is wrong, and repeated"),
    ):
        arrays = tuple(a.copy() for a in case)
        found = without_error(lambda arrays=arrays: _fraction(answer, arrays), what, SECTION)  # type: ignore[misc]
        if not np.isclose(found, wanted):
            raise CheckFailed(
                f"Wrong where {what}.",
                f"The fraction should be {wanted:g} there and is {found:.4g}.",
                SECTION,
            )
