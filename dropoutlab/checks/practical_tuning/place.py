"""Properties of `place_dropout(layers, rates)`, which puts dropout into a list of layers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..failure import CheckFailed, call

Answer = Callable[..., Any]
SECTION = "Where does it go?"
WEIGHTS = ("linear", "conv")
ACTIVATIONS = (("relu",), ("gelu",), ("tanh",), ("sigmoid",))

# A case is a list of layers, the rates, and where dropout goes: the number of layers before it
# and its entry.
Entry = tuple[str, float]
Case = tuple[Sequence[str], Mapping[str, float], Mapping[int, Entry]]

MLP = ("linear", "relu", "linear", "tanh", "linear")
CNN = ("conv", "relu", "conv", "relu", "pool", "flatten", "linear", "relu", "linear")
HIDDEN: tuple[Case, ...] = (
    (MLP, {"linear": 0.5}, {2: ("dropout", 0.5), 4: ("dropout", 0.5)}),
    (
        CNN,
        {"conv": 0.1, "linear": 0.4},
        {
            2: ("spatial dropout", 0.1),
            4: ("spatial dropout", 0.1),
            8: ("dropout", 0.4),
        },
    ),
    (  # a convolution comes last, and softmax is no activation
        ("conv", "relu", "linear", "gelu", "tanh", "linear", "softmax", "conv", "sigmoid", "conv"),
        {"conv": 0.2, "linear": 0.3},
        {
            2: ("spatial dropout", 0.2),
            4: ("dropout", 0.3),
            5: ("dropout", 0.3),
            9: ("spatial dropout", 0.2),
        },
    ),
)
OUTPUTS: tuple[Case, ...] = (
    (("linear", "gelu", "linear", "sigmoid"), {"linear": 0.3}, {2: ("dropout", 0.3)}),
    (("linear", "relu", "linear", "softmax"), {"linear": 0.6}, {2: ("dropout", 0.6)}),
)
NORMED: tuple[Case, ...] = (
    (
        (*("conv", "batchnorm", "relu") * 2, "flatten", "linear", "relu", "linear"),
        {"conv": 0.1, "linear": 0.5},
        {6: ("spatial dropout", 0.1), 9: ("dropout", 0.5)},
    ),
    (
        ("linear", "relu", "linear", "batchnorm", "relu", "linear"),
        {"input": 0.2, "linear": 0.5},
        {5: ("dropout", 0.5)},
    ),
    (
        ("batchnorm", "linear", "relu", "linear"),
        {"input": 0.2, "linear": 0.5},
        {3: ("dropout", 0.5)},
    ),
)
SPARING: tuple[Case, ...] = (
    (MLP, {"input": 0.2}, {0: ("dropout", 0.2)}),
    (MLP, {"input": 0.0, "linear": 0.0, "conv": 0.3}, {}),
    (CNN, {"input": 0.1, "linear": 0.5}, {0: ("dropout", 0.1), 8: ("dropout", 0.5)}),
)


def _placed(answer: Answer, layers: list[str], rates: dict[str, float]) -> dict[int, Entry]:
    """Where the answer puts dropout: the number of layers before it and what it puts there."""
    given = list(layers)
    value = call(answer, layers, rates, doing=f"place_dropout({layers}, {rates})")
    if not isinstance(value, list | tuple):
        raise CheckFailed(
            "place_dropout does not return a list.",
            f"It returned {'None' if value is None else 'a ' + type(value).__name__}; is there a "
            "`return` with the new list?",
            SECTION,
        )
    placed: dict[int, Entry] = {}
    names: list[str] = []
    for entry in value:
        if isinstance(entry, str):
            names.append(entry)
        elif isinstance(entry, tuple | list) and len(entry) == 2 and isinstance(entry[0], str):
            if len(names) in placed:
                raise CheckFailed(
                    "Two dropouts follow each other.",
                    f"After {names[-1] if names else 'the input'} of {layers} there are two.",
                    SECTION,
                )
            placed[len(names)] = (entry[0], entry[1])
        else:
            raise CheckFailed(
                "The list holds something that is neither a layer nor a dropout.",
                f"One entry is of type {type(entry).__name__}; dropout is a pair such as "
                "('dropout', 0.5).",
                SECTION,
            )
    if names != given:
        raise CheckFailed(
            "The layers themselves have changed.",
            f"Without its dropouts the result is {names}; it should still be {given}.",
            SECTION,
        )
    return placed


def _compare(answer: Answer, cases: Sequence[Case]) -> None:
    for layers, rates, wanted in cases:
        layers = tuple(layers)
        found = _placed(answer, list(layers), dict(rates))
        network = " → ".join(layers)
        last_weights = max(n for n, layer in enumerate(layers) if layer in WEIGHTS)
        last_norm = max((n for n, layer in enumerate(layers) if layer == "batchnorm"), default=-1)
        for place, entry in found.items():
            before = layers[place - 1] if place else "the input"
            evidence = f"In {network}, {entry} comes right after {before}."
            if place in wanted:
                continue
            if place > last_weights:
                mistake = "The output is dropped."
            elif place <= last_norm:
                mistake = "A dropout comes before a batch normalisation."
            elif before == "softmax":
                mistake = "A softmax is taken for an activation."
            elif before in WEIGHTS or layers[place : place + 1] in ACTIVATIONS:
                mistake = "Dropout comes before the activation."
            elif entry[1] == 0:
                mistake = "A rate of 0 puts a dropout there that does nothing."
            else:
                mistake = "There is a dropout where none belongs."
            raise CheckFailed(mistake, evidence + f" The rates are {rates}.", SECTION)
        for place, entry in wanted.items():
            before = f"layer {place}, {layers[place - 1]}," if place else "the input"
            if place not in found:
                raise CheckFailed(
                    "A dropout is missing." if place else "The input's dropout is missing.",
                    f"In {network} with rates {rates}, nothing is dropped after {before}.",
                    SECTION,
                )
            if found[place][0] != entry[0]:
                raise CheckFailed(
                    "The kind of dropout does not fit the layer.",
                    f"In {network}, after {before}: {found[place]}. Maps of a convolution lose "
                    "whole channels ('spatial dropout'), everything else single units.",
                    SECTION,
                )
            if found[place][1] != entry[1]:
                raise CheckFailed(
                    "A dropout has the wrong rate.",
                    f"In {network} with rates {rates}, after {before}: {found[place]}. The rate "
                    "is that of the layer with weights that the activation belongs to.",
                    SECTION,
                )


def drops_hidden_activations(answer: Answer, cases: Sequence[Case] = HIDDEN) -> None:
    """Dropout comes right after every hidden activation, at the rate of its layer."""
    _compare(answer, cases)


def spares_the_output(answer: Answer, cases: Sequence[Case] = OUTPUTS) -> None:
    """Nothing is dropped after the last layer with weights."""
    _compare(answer, cases)


def stays_behind_batch_norm(answer: Answer, cases: Sequence[Case] = NORMED) -> None:
    """No dropout comes anywhere before a batch normalisation."""
    _compare(answer, cases)


def keeps_to_the_rates(answer: Answer, cases: Sequence[Case] = SPARING) -> None:
    """The input has a rate of its own, a rate of 0 or none adds nothing, the arguments stay."""
    _compare(answer, cases)
    for layers, rates, _ in cases:
        own_layers, own_rates = list(layers), dict(rates)
        _placed(answer, own_layers, own_rates)
        if own_layers != list(layers) or own_rates != dict(rates):
            raise CheckFailed(
                "place_dropout changes its arguments.",
                f"After the call, layers is {own_layers} and rates {own_rates}. Build a new list "
                "and leave the old one as it is.",
                SECTION,
            )
