"""Properties of `dropconnect_inference(x, W, b, p, samples, rng)`: moments, relu, mean."""

from collections.abc import Callable, Sequence
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, probe, real_array
from ..chance import plausible
from ..failure import CheckFailed, call, wants_value_error
from .common import all_are_left_alone, entries_are_told_apart, noise_is_fresh
from .suspects import name_of

Answer = Callable[..., Any]
SECTION = "DropConnect at inference: match the moments"
PLACES = (-2.0, -1.0, 0.0, 1.0, 2.0)  # in standard deviations
SHARES = [NormalDist().cdf(place) for place in PLACES]


def _result(
    answer: Answer,
    inputs: Sequence[NDArray[Any]],
    p: float,
    samples: int,
    rng: np.random.Generator,
) -> NDArray[Any]:
    doing = f"dropconnect_inference(x, W, b, p={p:g}, samples={samples}, rng)"
    value = call(answer, *(a.copy() for a in inputs), p, samples, rng, doing=doing)
    shape = (len(inputs[0]), inputs[1].shape[1])
    if isinstance(value, np.ndarray) and value.shape == (samples, *shape):
        raise CheckFailed(
            "The samples are not averaged.",
            f"The result has shape {value.shape}; average over the first axis.",
            SECTION,
        )
    return real_array(value, shape, "the output of dropconnect_inference")


def _is_normal(out: NDArray[Any], mean: NDArray[Any], deviation: NDArray[Any]) -> bool:
    """Whether draws that went through a relu fit; where it cut, nothing can be counted."""
    levels = [
        (mean + place * deviation, share) for place, share in zip(PLACES, SHARES, strict=True)
    ]
    countable = [(level, share) for level, share in levels if (level > 0).all()]
    return bool(countable) and all(
        plausible(int((out <= level).sum()), out.size, share) for level, share in countable
    )


def _linear(rng: np.random.Generator) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """x, W and b whose units are so far above 0 that the relu lets all draws pass.

    Squares, of x, of W and of b alike, are much larger than what they are squares of.
    """
    x, w = rng.uniform(2.0, 6.0, (64, 100)), rng.uniform(1.5, 4.5, (100, 64))
    return x, w, rng.uniform(110.0, 150.0, 64)


def are_matched(answer: Answer, ps: Sequence[float] = (0.2, 0.6), seed: int = 1) -> None:
    """A draw has mean (1 - p)(xW + b) and variance p (1 - p)(x²W² + b²), unit by unit."""
    for p in ps:
        rng = np.random.default_rng(seed)
        x, w, b = _linear(rng)
        out = _result(answer, (x, w, b), p, 1, rng)
        q, full, squares = 1 - p, x @ w + b, x**2 @ w**2 + b**2
        deviation = np.sqrt(p * q * squares)
        evidence = (
            f"At p = {p:g}, a unit with xW + b = {full[0, 0]:.4g} and x²W² + b² = "
            f"{squares[0, 0]:.4g} should be drawn with mean {q * full[0, 0]:.4g} and standard "
            f"deviation {deviation[0, 0]:.4g}; over 4096 units, draws are off by "
            f"{np.mean(out - q * full):.3g} on average, with a spread of "
            f"{np.std(out - q * full):.3g}."
        )
        if not _is_normal(out, q * full, deviation):
            raise CheckFailed(_slip(out, x, w, b, p), evidence, SECTION)
        standard = (out - q * full) / deviation
        entries_are_told_apart(np.round(standard, 6), p, "the noise", "random number")
        for first, second in (
            (standard[::2], standard[1::2]),
            (standard[:, ::2], standard[:, 1::2]),
        ):
            if not plausible(int(((first > 0) == (second > 0)).sum()), first.size, 0.5):
                raise CheckFailed(
                    "Units or examples share their noise.",
                    f"At p = {p:g}, neighbouring draws lie on the same side of their mean in "
                    f"{((first > 0) == (second > 0)).mean():.0%} of the pairs.",
                    SECTION,
                )


def _slip(out: NDArray[Any], x: NDArray[Any], w: NDArray[Any], b: NDArray[Any], p: float) -> str:
    """The mistake that gives these draws."""
    q, full, squares = 1 - p, x @ w + b, x**2 @ w**2 + b**2
    fits = []  # several may fit: first those with the right mean, then by their spread
    for mean, name in ((q * full, ""), (full, "xW + b"), (p * full, "p (xW + b)")):
        if np.allclose(out, np.maximum(mean, 0)):
            return "Nothing is drawn: the output is the relu of a mean."
        for variance, words in (
            (p * q * squares, ""),
            ((p * q * squares) ** 2, "The variance is used where the standard deviation belongs."),
            (p * q * (x**2 @ w**2), "The bias is missing in the variance."),
            (p * q * (x @ w**2 + b**2), "x is not squared in the variance."),
            (p * q * (x**2 @ w + b**2), "W is not squared in the variance."),
            (p * q * (x @ w + b), "The variance lacks the squares of x and W."),
            (p * q * full**2, "The variance squares the sum, not the terms."),
            (p / q * squares, "The variance is that of rescaled weights."),
            (q * squares, "The factor p is missing in the variance."),
            (p * squares, "The factor 1-p is missing in the variance."),
            (squares, "The factor p(1-p) is missing in the variance."),
        ):
            deviation = np.sqrt(variance)
            if _is_normal(out, mean, deviation):
                if name:
                    words = f"The mean of the draws is {name}, not (1-p)(xW + b)."
                fits.append((bool(name), abs(np.log(np.std((out - mean) / deviation))), words))
    if fits:
        return min(fits)[-1]
    if _is_normal(out, q * (x @ w), np.sqrt(p * q * squares)) or _is_normal(
        out, q * (x @ w), np.sqrt(p * q * (x**2 @ w**2))
    ):
        return "The bias is missing in the mean."
    if _is_normal(out, q * (x @ w) + b, np.sqrt(p * q * (x**2 @ w**2))):
        return "The bias is treated as if it were never dropped."
    standard = (out - q * full) / np.sqrt(p * q * squares)
    entries_are_told_apart(np.round(standard, 6), p, "the noise", "random number")
    if np.isclose(standard.std(), 1, rtol=0.05) and abs(standard.mean()) < 0.1:
        return "Mean and variance of the draws fit, but they are not normal."
    return "Mean or spread of the draws is wrong."


def pass_the_relu_before_the_mean(answer: Answer, p: float = 0.6, seed: int = 2) -> None:
    """Each draw goes through the relu by itself, and then all samples are averaged."""
    rng, samples = np.random.default_rng(seed), 300
    _averages_two(answer, p, rng)
    x = np.repeat(rng.uniform(0.5, 2.0, (20, 10)), 2, axis=1)
    w = rng.uniform(0.5, 2.0, (20, 10))
    w[1::2] = -w[::2]  # every xW is 0
    b = np.zeros(10)
    out = _result(answer, (x, w, b), p, samples, rng)
    deviation = np.sqrt(p * (1 - p) * (x**2 @ w**2))
    low, high = int((out < 0.2 * deviation).sum()), int((out > 0.6 * deviation).sum())
    # relu(u) is a Lipschitz function of a normal variable of mean 0.399 deviation, so a mean of
    # 300 is 0.199 deviation off with probability below exp(-300 * 0.199 ** 2 / 2) = 0.0027.
    evidence = (
        f"At p = {p:g} and with xW + b = 0, the mean of relu(u) over {samples} samples should be "
        f"about 0.4 standard deviations of u. It is below 0.2 for {low} and above 0.6 for {high} "
        f"of {out.size} units."
    )
    if max(low, high) / out.size <= 0.003 or plausible(max(low, high), out.size, 0.003):
        return
    if (out < -1e-9 * deviation).any():
        mistake = "There is no relu in the output."
    elif (out <= 1e-6 * deviation).all():
        mistake = "The output is 0 where the mean of relu(u) is not."
    elif high == 0:
        mistake = "The relu comes after the mean over the samples."
    elif (out == 0).any():
        mistake = "The draws are not averaged: the output is one draw."
    else:
        mistake = "The output is not the mean of relu(u)."
    raise CheckFailed(mistake, evidence, SECTION)


def _averages_two(answer: Answer, p: float, rng: np.random.Generator) -> None:
    """Fail, with the name of the mistake, unless the mean of two draws looks like one."""
    x, w, b = _linear(rng)
    out = _result(answer, (x, w, b), p, 2, rng)
    mean = (1 - p) * (x @ w + b)
    deviation = np.sqrt(p * (1 - p) * (x**2 @ w**2 + b**2))
    if _is_normal(out, mean, deviation / 2**0.5):
        return
    if not _is_normal(_result(answer, (x, w, b), p, 1, rng), mean, deviation):
        return  # already a single draw is wrong, which `are_matched` tells
    standard = (out - mean) / deviation
    spread = float(np.std(standard))
    if spread > 0.01:
        entries_are_told_apart(np.round(standard, 6), p, "the noise", "random number")
    mistake = "With two samples, the output is not the mean of two draws."
    if np.isclose(np.median(out / mean), 2, rtol=0.1):
        mistake = (
            "The samples are summed up, or divided by samples - 1; the mean divides by samples."
        )
    elif np.isclose(spread, 1.0, rtol=0.05):
        mistake = "The draws are not averaged: the output is one draw."
    elif spread < 0.01:
        mistake = "The samples are not independent of each other: with two, the noise cancels."
    raise CheckFailed(
        mistake,
        f"At p = {p:g}, two samples should have the spread 1/√2 = 0.707 of one around their mean; "
        f"it is {spread:.3g}, and the outputs are {np.median(out / mean):.3g} times their mean.",
        SECTION,
    )


def know_the_edges(answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 3) -> None:
    """p = 0 and p = 1 leave nothing to chance, a wrong p is refused, all draws come from rng."""
    rng = np.random.default_rng(seed)
    given = (probe(rng, (6, 5)), probe(rng, (5, 4)), probe(rng, (4,)))
    x, w, b = (array.copy() for array in given)
    for p in (0.0, 1.0):
        out = _result(answer, given, p, 3, rng)
        right = (1 - p) * np.maximum(x @ w + b, 0)
        if not np.allclose(out, right, atol=1e-5):
            raise CheckFailed(
                name_of(
                    out,
                    [
                        (3 * right, "The samples are summed up; the mean divides by samples."),
                        (1.5 * right, "The sum is divided by samples - 1 instead of samples."),
                    ],
                    f"p = {p:g} is not handled.",
                ),
                f"At p = {p:g} the variance is 0, so the output is "
                f"{'all zeros' if p else 'relu(xW + b)'}.",
                CONVENTIONS,
            )
    call(answer, *given, 0.4, 2, rng, doing="dropconnect_inference(x, W, b, p=0.4, samples=2, rng)")
    all_are_left_alone(given, (x, w, b), ("x", "W", "b"), "dropconnect_inference")
    x, w, b = np.ones((8, 30)), np.ones((30, 8)), np.ones(8)
    noise_is_fresh(lambda r: _result(answer, (x, w, b), 0.4, 3, r), seed, "output")
    for p in outside:
        doing = f"dropconnect_inference(x, W, b, p={p:g}, samples=2, rng)"
        wants_value_error(answer, *given, p, 2, rng, doing=doing, reread=CONVENTIONS)
