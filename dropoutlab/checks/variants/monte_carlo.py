"""Properties of `mc_moments(predict, x, samples, tau, rng)`, which returns mean and variance."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, pair
from ..failure import CheckFailed, call

Answer = Callable[..., Any]
SECTION = "Monte Carlo dropout: leave it on"


class _Network:
    """A network whose passes are known beforehand; it notes what it is asked."""

    def __init__(self, passes: NDArray[Any]) -> None:
        self.passes = passes
        self.inputs: list[Any] = []
        self.draws: list[float] = []
        self.has_changed_x = False

    def predict(self, x: Any, rng: Any) -> NDArray[Any]:
        """The next pass, which draws one number from rng."""
        self.inputs.append(np.array(x))
        self.draws.append(float(rng.random()))
        # A copy, since it belongs to the caller, who may add up the passes in it.
        return self.passes[(len(self.inputs) - 1) % len(self.passes)].copy()


def _ask(
    answer: Answer, passes: NDArray[Any], tau: float, seed: int, samples: int = 0
) -> tuple[_Network, NDArray[Any], NDArray[Any], NDArray[Any]]:
    """The network after it was asked, the x it was asked about, and mean and variance."""
    network, samples = _Network(passes), samples or len(passes)
    rng, x = np.random.default_rng(seed), np.random.default_rng(seed + 1).random((6, 3))
    doing = f"mc_moments(predict, x, samples={samples}, tau={tau:g}, rng)"
    handed_in = x.copy()
    value = call(answer, network.predict, handed_in, samples, tau, rng, doing=doing)
    network.has_changed_x = not np.array_equal(handed_in, x)
    return network, x, *pair(value, passes.shape[1:], "mc_moments", "mean", "variance")


def asks_for_new_passes(answer: Answer, samples: int = 4, seed: int = 1) -> None:
    """predict is called `samples` times, with x, and with rng as it comes."""
    passes = np.random.default_rng(seed).normal(size=(samples, 6))
    network, x, *_ = _ask(answer, passes, 2.0, seed)
    asked = len(network.inputs)
    if asked != samples:
        raise CheckFailed(
            "predict is not called once for every sample."
            if asked != 1
            else "predict is called only once: one pass has no spread.",
            f"With samples={samples} it was called {asked} times.",
            SECTION,
        )
    if network.has_changed_x:
        raise CheckFailed(
            "mc_moments changes its input.",
            "x is different after the call. Other code still needs it.",
            CONVENTIONS,
        )
    if not all(np.array_equal(seen, x) for seen in network.inputs):
        raise CheckFailed(
            "predict is not called with x.", "It got another array than mc_moments did.", SECTION
        )
    if len(set(network.draws)) < samples:
        raise CheckFailed(
            "Several passes use the same masks.",
            f"In {samples} passes, rng.random() inside of predict gave only "
            f"{len(set(network.draws))} different numbers. Pass rng on as it is, without copying "
            "or rebuilding it.",
            SECTION,
        )
    again, other = (_ask(answer, passes, 2.0, s)[0] for s in (seed, seed + 1))
    if again.draws != network.draws or other.draws == network.draws:
        raise CheckFailed(
            "The masks do not come from the rng that is handed in.",
            "Generators with the same seed led to different passes, or others to the same.",
            CONVENTIONS,
        )


def mean_is_right(
    answer: Answer,
    shapes: Sequence[tuple[int, ...]] = ((6,), (6, 2)),
    samples: int = 5,
    seed: int = 2,
) -> None:
    """The mean is taken over the passes, for every entry of the prediction."""
    for shape in shapes:
        passes = np.random.default_rng(seed).normal(3.0, 2.0, (samples, *shape))
        _, _, mean, _ = _ask(answer, passes, 2.0, seed)
        if np.allclose(mean, passes.mean(axis=0)):
            continue
        mistake = "The mean is not that of the passes."
        if np.allclose(mean, passes[0]) or np.allclose(mean, passes[-1]):
            mistake = "The mean is one pass alone."
        elif np.allclose(mean, passes.mean()):
            mistake = "The mean is taken over all entries, not over the passes alone."
        elif np.allclose(mean, passes.sum(axis=0)):
            mistake = "The mean is a sum; the division by T is missing."
        elif np.allclose(mean, passes.sum(axis=0) / (samples - 1)):
            mistake = "The mean divides by T - 1."
        elif np.allclose(mean, np.median(passes, axis=0)):
            mistake = "This is the median of the passes."
        elif np.allclose(mean, passes.var(axis=0) + 0.5):
            mistake = "Mean and variance come back in the wrong order."
        raise CheckFailed(
            mistake,
            f"For passes of shape {shape}, the first entry had mean "
            f"{passes.mean(axis=0).flat[0]:.4g} over {samples} passes; yours is "
            f"{mean.flat[0]:.4g}.",
            SECTION,
        )


def variance_is_right(answer: Answer, tau: float = 0.25, samples: int = 5, seed: int = 3) -> None:
    """The variance is 1 / tau plus the variance over the passes, with 1/T."""
    for shape in ((6,), (6, 2)):
        passes = np.random.default_rng(seed).normal(3.0, 2.0, (samples, *shape))
        _, _, _, variance = _ask(answer, passes, tau, seed)
        _refuse(variance, passes, tau)
        single = _ask(answer, passes[:1], tau, seed)[3]
        if not np.allclose(single, 1 / tau):
            raise CheckFailed(
                "The variance of a single pass is not 1/tau.",
                f"With samples=1 the spread of the passes is 0, so 1/{tau:g} is left.",
                SECTION,
            )


def _refuse(variance: NDArray[Any], passes: NDArray[Any], tau: float) -> None:
    """Fail, with the name of the mistake, unless this is the variance."""
    over, squares = passes.var(axis=0), (passes**2).mean(axis=0)
    if np.allclose(variance, over + 1 / tau):
        return
    mistake = "The variance is wrong."
    unbiased = passes.var(axis=0, ddof=1)
    for wrong, words in (
        (over, "1/tau is missing in the variance."),
        (over + tau, "tau is added; its inverse 1/tau should be."),
        (over - 1 / tau, "1/tau is subtracted; it should be added."),
        (over / tau, "The spread is divided by tau; 1/tau should be added."),
        (unbiased + 1 / tau, "The spread divides by T - 1 where the formula has T."),
        (unbiased, "The spread divides by T - 1, and 1/tau is missing."),
        (over**0.5, "This is a standard deviation, and 1/tau is missing."),
        (over**0.5 + 1 / tau, "The spread is a standard deviation, not a variance."),
        ((over + 1 / tau) ** 0.5, "This is the standard deviation, not the variance."),
        (squares + 1 / tau, "The square of the mean is not subtracted."),
        (squares, "The square of the mean is not subtracted, and 1/tau is missing."),
        (over / len(passes) + 1 / tau, "This is the variance of the mean of T passes."),
        (np.full_like(over, passes.var() + 1 / tau), "The variance is taken over all entries."),
        (passes.mean(axis=0), "Mean and variance come back in the wrong order."),
        (np.full_like(over, 1 / tau), "The spread of the passes is missing."),
        (over + 1 / tau**2, "1/tau is squared: tau is a precision, one over a variance."),
        (over + tau**-0.5, "The root of 1/tau is added: 1/tau is a variance already."),
        (over + 1 / tau / len(passes), "1/tau is divided by T: more passes do not calm the data."),
        ((over + 1) / tau, "The spread is divided by tau; only the 1 should be."),
        (np.maximum(over, 1 / tau), "This is the larger of the two parts; they should be added."),
        (squares - passes.mean(axis=0) + 1 / tau, "The mean is subtracted without its square."),
    ):
        if np.allclose(variance, wrong):
            mistake = words
            break
    raise CheckFailed(
        mistake,
        f"With tau = {tau:g}, the first entry has variance {over.flat[0]:.4g} over {len(passes)} "
        f"passes, so {over.flat[0] + 1 / tau:.4g} in all; yours is {variance.flat[0]:.4g}.",
        SECTION,
    )
