"""How the checks make a layer with a backward pass and use it, with a sentence where that fails."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import CONVENTIONS, real_array
from ..failure import CheckFailed, call

Answer = Callable[..., Any]


def attribute(thing: Any, name: str, of: str, reread: str) -> Any:
    """An attribute or a method of the learner's object; `of` names it, as in "the layer"."""
    try:
        return getattr(thing, name)
    except AttributeError:
        raise CheckFailed(
            f"{of[0].upper() + of[1:]} has no `{name}`.",
            f"It is of type {type(thing).__name__}, and .{name} does not exist.",
            reread,
        ) from None


@contextmanager
def any_number_of_dimensions(x: NDArray[Any]) -> Iterator[None]:
    """Where x has not two dimensions and a check fails, say that this is why."""
    try:
        yield
    except CheckFailed as failure:
        if x.ndim == 2:
            raise
        raise CheckFailed(
            "Only arrays of two dimensions are handled.",
            f"For shape {x.shape}: {' '.join(str(failure).splitlines()[1:])}",
            CONVENTIONS,
        ) from None


def calling(method: Answer, *arguments: Any, doing: str, mistake: str) -> Any:
    """Call the learner's code; if it raises, that is this mistake."""
    try:
        return call(method, *arguments, doing=doing)
    except CheckFailed as failure:
        raise CheckFailed(mistake, "\n".join(str(failure).splitlines()[1:])) from None


@dataclass
class Handle:
    """A learner's layer, the mode that it is in, and those of its methods that were looked up."""

    layer: Any
    training: bool = True
    methods: dict[str, Any] = field(default_factory=dict)

    def method(self, name: str, section: str) -> Any:
        """A method of the layer. Every look-up costs, so it is done once."""
        if name not in self.methods:
            self.methods[name] = attribute(self.layer, name, "the layer", section)
        return self.methods[name]


@dataclass(frozen=True)
class Usage:
    """How a layer of some exercise is told its mode: by a switch, or with every forward."""

    name: str  # of the class
    section: str  # to reread
    switches: bool  # layer.train() and layer.eval(), or else layer.forward(x, training)

    def new(self, answer: Answer, p: float, seed: int) -> Handle:
        """A new layer with a generator of its own, in training mode."""
        return self.new_with(answer, p, np.random.default_rng(seed))

    def new_with(self, answer: Answer, p: float, rng: np.random.Generator) -> Handle:
        """A new layer that is handed this generator, in training mode."""
        return Handle(call(answer, p, rng, doing=f"{self.name}({p:g}, rng)"))

    def set_mode(self, layer: Handle, training: bool) -> None:
        """Call layer.train() or layer.eval(), if that is how the layer is told its mode."""
        if not self.switches or layer.training == training:
            return
        name = "train" if training else "eval"
        switch = layer.method(name, self.section)
        if not callable(switch):
            raise CheckFailed(
                f"layer.{name} is not a method.",
                f"It is {switch!r}: an attribute of the same name hides the method.",
                self.section,
            )
        mistake = f"layer.{name}() cannot be called: does the method take self?"
        calling(switch, doing=f"layer.{name}()", mistake=mistake)
        layer.training = training

    def forward(
        self, layer: Handle, x: NDArray[Any], training: bool, watch_x: bool = False
    ) -> NDArray[Any]:
        """The output for x in this mode, an array of its shape."""
        # Only the property of the conventions asks whether x was changed.
        x = x if watch_x else x.copy(order="K")
        self.set_mode(layer, training)
        arguments = (x,) if self.switches else (x, training)
        doing = "layer.forward(x)" if self.switches else f"layer.forward(x, {training})"
        y = call(layer.method("forward", self.section), *arguments, doing=doing)
        return real_array(y, x.shape, f"the output of {doing}")

    def backward(
        self, layer: Handle, dy: NDArray[Any], after: str, watch_dy: bool = False
    ) -> NDArray[Any]:
        """The gradient for the last x, of the shape of dy; `after` says what came before."""
        dy = dy if watch_dy else dy.copy(order="K")
        dx = calling(
            layer.method("backward", self.section),
            dy,
            doing=f"After {after}, layer.backward(dy)",
            mistake=f"After {after}, backward stops with an error.",
        )
        return real_array(dx, dy.shape, "the result of layer.backward")
