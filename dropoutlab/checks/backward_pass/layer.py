"""Properties of the class `Dropout(p, rng)` with `forward(x)` and `backward(dy)`."""

from collections.abc import Sequence

from . import house_rules, rules
from .handling import Answer, Usage

SECTION = "The mask belongs to the last forward"
USAGE = Usage("Dropout", SECTION, switches=True)


def drops_and_rests(answer: Answer, ps: Sequence[float] = (0.6, 0.2), seed: int = 1) -> None:
    """forward is inverted dropout in training, with fresh coins, and the identity at inference."""
    rules.forward_is_inverted_dropout(USAGE, answer, ps, seed)


def gates_with_the_same_mask(
    answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 2
) -> None:
    """backward multiplies by the very mask that forward drew, also where x is 0."""
    rules.backward_uses_the_mask_of_the_forward(USAGE, answer, ps, seed)


def goes_by_the_last_forward(answer: Answer, ps: Sequence[float] = (0.4,), seed: int = 3) -> None:
    """backward goes by the last forward, whatever mode the layer is in by then."""
    rules.backward_belongs_to_the_last_forward(USAGE, answer, ps, seed)


def keeps_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 4
) -> None:
    """Inputs and dtypes stay as they are, every p is handled, and backward needs a forward."""
    house_rules.keeps_to_the_conventions(USAGE, answer, outside, seed)
    house_rules.layers_do_not_share_their_mask(USAGE, answer, seed)
    house_rules.refuses_a_backward_without_a_forward(USAGE, answer, seed)
