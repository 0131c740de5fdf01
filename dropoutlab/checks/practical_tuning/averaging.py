"""Properties of `mc_predict(model, x, samples)`, the mean and spread of many noisy passes."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...networks import softmax
from ..arrays import pair, unchanged
from ..failure import CheckFailed, call

Answer = Callable[..., Any]
SECTION = "One pass or many?"


class _Model:
    """A noisy model that counts how often it is asked; its answers are drawn beforehand."""

    def __init__(self, rng: np.random.Generator, shape: tuple[int, int], passes: int) -> None:
        # Logits that differ between passes in sign and in size, as those of a dropped network do.
        self._logits = rng.normal(0.0, 2.0, (passes, *shape)) * rng.uniform(0.3, 2, (passes, 1, 1))
        self.seen: list[NDArray[np.float64]] = []
        self._asked = 0

    def forward(self, x: NDArray[np.float64]) -> NDArray[np.float64]:
        self.seen.append(np.array(x))
        copies = max(1, len(x) // self._logits.shape[1])  # of a batch that was repeated
        passes = (self._asked + np.arange(copies)) % len(self._logits)
        self._asked += copies
        return self._logits[passes].reshape(-1, self._logits.shape[2])

    def used(self, samples: int) -> NDArray[np.float64]:
        return self._logits[np.arange(samples) % len(self._logits)]


def _ask(
    answer: Answer, rng: np.random.Generator, n: int, classes: int, samples: int
) -> tuple[_Model, NDArray[np.float64], NDArray[Any], NDArray[Any]]:
    x = rng.normal(size=(n, 5))
    model = _Model(rng, (n, classes), samples + 3)
    before = x.copy()
    value = call(answer, model.forward, x, samples, doing=f"mc_predict(model, x, {samples})")
    mean, spread = pair(value, (n, classes), "mc_predict", "mean", "spread")
    unchanged(x, before, "mc_predict")
    return model, before, mean, spread


def _first_like(found: NDArray[Any], slips: Sequence[tuple[NDArray[Any], str]]) -> str:
    """The words for the first of the slips that gives what was found, or nothing."""
    for wrong, words in slips:
        if np.allclose(found, wrong, rtol=1e-5, atol=1e-7):
            return words
    return ""


def asks_the_model_anew(answer: Answer, samples: Sequence[int] = (7, 1), seed: int = 1) -> None:
    """It calls model(x) as often as `samples` says, with x as it is."""
    rng = np.random.default_rng(seed)
    for count in samples:
        model, x, _, _ = _ask(answer, rng, 6, 3, count)
        if len(model.seen) != count:
            raise CheckFailed(
                "The model is asked only once."
                if len(model.seen) == 1
                else "The model is not asked `samples` times.",
                f"mc_predict(model, x, {count}) called the model {len(model.seen)} times. Every "
                "call draws masks of its own; an answer that is repeated is no second sample.",
                SECTION,
            )
        if any(seen.shape != x.shape or not np.array_equal(seen, x) for seen in model.seen):
            raise CheckFailed(
                "The model does not get x as it is.",
                "At least one call had another input. The noise is the model's business.",
                SECTION,
            )


def averages_probabilities(
    answer: Answer, shapes: Sequence[tuple[int, int]] = ((6, 3), (1, 5)), seed: int = 2
) -> None:
    """The mean is that of the probabilities of the passes."""
    rng = np.random.default_rng(seed)
    for n, classes in shapes:
        model, _, mean, _ = _ask(answer, rng, n, classes, 9)
        logits = model.used(9)
        passes = softmax(logits)
        if np.allclose(mean, passes.mean(axis=0), rtol=1e-5, atol=1e-7):
            continue
        votes = np.eye(classes)[logits.argmax(axis=-1)]
        geometric = np.exp(np.log(passes).mean(axis=0))
        slips = (
            (softmax(logits.mean(axis=0)), "The logits are averaged, not the probabilities."),
            (logits.mean(axis=0), "The mean is one of logits, not of probabilities."),
            (votes.mean(axis=0), "The labels are averaged, not the probabilities."),
            (passes.sum(axis=0), "The probabilities are added up, but not divided."),
            (passes[0], "Only the first pass counts."),
            (passes[-1], "Only the last pass counts."),
            (np.median(passes, axis=0), "This is the median of the probabilities."),
            (geometric, "This is the geometric mean of the probabilities."),
            (passes.std(axis=0), "Mean and spread are swapped: return the mean first."),
            (softmax(passes).mean(axis=0), "The softmax is taken twice."),
            (passes.sum(axis=0) / 8, "The mean is divided by samples - 1."),
            (
                (np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)).mean(axis=0),
                "The softmax runs over the examples instead of over the classes.",
            ),
        )
        words = next(
            (text for wrong, text in slips if np.allclose(mean, wrong, rtol=1e-5, atol=1e-7)),
            "The mean is not that of the probabilities.",
        )
        raise CheckFailed(
            words,
            f"Over 9 passes, the first class of the first example has mean probability "
            f"{passes[:, 0, 0].mean():.4f}; you returned {mean[0, 0]:.4f}.",
            SECTION,
        )


def tells_the_spread(answer: Answer, samples: Sequence[int] = (11, 3), seed: int = 3) -> None:
    """The spread is the standard deviation of the probabilities over the passes."""
    rng = np.random.default_rng(seed)
    for count in (*samples, 1):
        model, _, _, spread = _ask(answer, rng, 5, 4, count)
        passes = softmax(model.used(count))
        deviation = passes.std(axis=0)
        corrected = deviation * (count / (count - 1)) ** 0.5 if count > 1 else deviation
        if np.allclose(spread, deviation, rtol=1e-5, atol=1e-7) or np.allclose(
            spread, corrected, rtol=1e-5, atol=1e-7
        ):
            continue
        slips = (
            (passes.var(axis=0), "This is the variance, not the standard deviation."),
            (model.used(count).std(axis=0), "This is the spread of the logits."),
            (passes.mean(axis=0), "Mean and spread are swapped: return the mean first."),
            (
                np.abs(passes - passes.mean(axis=0)).mean(axis=0),
                "This is the mean absolute deviation, not the standard deviation.",
            ),
            (softmax(passes).std(axis=0), "The softmax is taken twice."),
            (
                np.broadcast_to(passes.mean(axis=0).std(axis=-1, keepdims=True), spread.shape),
                "The spread is taken over the classes, not over the passes.",
            ),
            (
                np.broadcast_to(passes.mean(axis=0).std(axis=0), spread.shape),
                "The spread is taken over the examples, not over the passes.",
            ),
            (deviation / count**0.5, "This is the error of the mean, not the spread of a pass."),
            (corrected / count**0.5, "This is the error of the mean, not the spread of a pass."),
            (np.zeros_like(deviation), "The spread is zero though the passes differ."),
            (passes.max(axis=0) - passes.min(axis=0), "This is the range, not the deviation."),
        )
        words = next(
            (text for wrong, text in slips if np.allclose(spread, wrong, rtol=1e-5, atol=1e-7)),
            "The spread is wrong.",
        )
        raise CheckFailed(
            words,
            f"Over {count} passes, the probability of the first class of the first example has a "
            f"standard deviation of {deviation[0, 0]:.4f}; you returned {spread[0, 0]:.4f}.",
            SECTION,
        )
