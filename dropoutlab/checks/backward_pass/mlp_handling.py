"""A network of the learner's with known parameters, and how the checks talk to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...layers import Floats
from ..arrays import CONVENTIONS, probe, real_array
from ..failure import CheckFailed, call
from .handling import attribute

Answer = Callable[..., Any]
SECTION = "A network with dropout in it"
LAYERS, NAMES = ("first", "second"), ("weights", "biases")


@dataclass(frozen=True)
class Case:
    """A batch and the parameters of a network as wide at its end as in its middle.

    Its second weights can be inverted, so that the logits tell what the hidden layer has sent.
    """

    seed: int
    p: float
    x: Floats  # (N, n_in)
    w1: Floats  # (n_in, h)
    b1: Floats  # (h,)
    w2: Floats  # (h, h)
    b2: Floats  # (h,)
    upstream: Floats  # (N, h), some gradient for the logits

    @classmethod
    def draw(cls, seed: int, p: float, sizes: tuple[int, int, int]) -> "Case":
        """Draw a case for N examples, n_in inputs and h hidden units."""
        rng = np.random.default_rng(seed)
        n, n_in, h = sizes
        rotation, _ = np.linalg.qr(rng.normal(size=(h, h)))
        return cls(
            seed, p, probe(rng, (n, n_in)), probe(rng, (n_in, h)) / n_in**0.5, probe(rng, (h,)) / 4,
            1.5 * rotation, probe(rng, (h,)), probe(rng, (n, h)),
        )  # fmt: skip

    def pre_activations(self) -> Floats:
        """What comes out of the first layer."""
        return self.x @ self.w1 + self.b1

    def hidden(self) -> Floats:
        """What the hidden layer sends without dropout."""
        return np.maximum(self.pre_activations(), 0.0)

    def logits(self) -> Floats:
        """What comes out of the network without dropout."""
        return self.hidden() @ self.w2 + self.b2


def set_up(answer: Answer, case: Case) -> Any:
    """A network of the learner's with the parameters of the case."""
    n_in, h = case.w1.shape
    rng = np.random.default_rng(case.seed)
    doing = f"MLP({n_in}, {h}, {h}, p={case.p:g}, rng)"
    mlp = call(answer, n_in, h, h, case.p, rng, doing=doing)
    values = iter(parameters_of(case))
    for name in LAYERS:
        linear = attribute(mlp, name, "the network", SECTION)
        for parameter in NAMES:
            setattr(linear, parameter, next(values).copy())
    return mlp


def parameters_of(case: Case) -> tuple[Floats, Floats, Floats, Floats]:
    """The parameters of the case layer by layer, weights first."""
    return case.w1, case.b1, case.w2, case.b2


def parameters(mlp: Any, case: Case, suffix: str = "") -> list[NDArray[Any]]:
    """The four parameters of the network, or with "_gradient" their gradients."""
    found, shapes = [], iter(parameters_of(case))
    for layer in LAYERS:
        linear = attribute(mlp, layer, "the network", SECTION)
        for name in NAMES:
            value = attribute(linear, name + suffix, f"mlp.{layer}", SECTION)
            if value is None:
                raise CheckFailed(
                    f"mlp.{layer} has no gradients after backward.",
                    f"mlp.{layer}.{name}{suffix} is None: nobody called {layer}.backward.",
                    SECTION,
                )
            what = f"mlp.{layer}.{name}{suffix}"
            found.append(real_array(value, next(shapes).shape, what))
    return found


def switch(mlp: Any, mode: str) -> None:
    """Call mlp.train() or mlp.eval()."""
    call(attribute(mlp, mode, "the network", SECTION), doing=f"mlp.{mode}()")


def logits_of(mlp: Any, case: Case) -> NDArray[Any]:
    """The output of mlp.forward(x), of shape (N, h)."""
    return several_logits_of(mlp, case, 1)[0]


def several_logits_of(mlp: Any, case: Case, times: int) -> list[NDArray[Any]]:
    """The outputs of several forwards for the same x."""
    forward, found = attribute(mlp, "forward", "the network", SECTION), []
    for _ in range(times):
        x = case.x.copy()
        value = call(forward, x, doing="mlp.forward(x)")
        found.append(real_array(value, case.upstream.shape, "the output of mlp.forward(x)"))
        if (x != case.x).any():
            raise CheckFailed("mlp.forward changes its input.", "Make new arrays.", CONVENTIONS)
    return found


def hidden_of(logits: NDArray[Any], case: Case) -> Floats:
    """What the hidden layer must have sent for the network to give these logits."""
    return np.linalg.solve(case.w2.T, (logits - case.b2).T).T
