"""Properties of `RepairedDropout(p, rng)` with `forward(x, training)` and `backward(dy)`."""

from collections.abc import Sequence

from . import house_rules, rules
from .handling import Answer, Usage

SECTION = "A published layer"
USAGE = Usage("RepairedDropout", SECTION, switches=False)


def drops_and_rests(answer: Answer, ps: Sequence[float] = (0.6, 0.2), seed: int = 1) -> None:
    """forward is inverted dropout in training, with fresh coins, and the identity at inference."""
    rules.forward_is_inverted_dropout(USAGE, answer, ps, seed)


def has_the_gradient_of_its_forward(
    answer: Answer, ps: Sequence[float] = (0.2, 0.75), seed: int = 2
) -> None:
    """backward is the gradient of forward at any p, also where x is 0."""
    rules.backward_uses_the_mask_of_the_forward(USAGE, answer, ps, seed)


def leaves_nothing_behind(answer: Answer, ps: Sequence[float] = (0.4,), seed: int = 3) -> None:
    """After a forward at inference, nothing of an earlier batch is left."""
    rules.backward_belongs_to_the_last_forward(USAGE, answer, ps, seed)


def keeps_the_conventions(
    answer: Answer, outside: Sequence[float] = (-0.1, 1.1), seed: int = 4
) -> None:
    """Inputs and dtypes stay as they are, and every p is handled."""
    house_rules.keeps_to_the_conventions(USAGE, answer, outside, seed)
    house_rules.layers_do_not_share_their_mask(USAGE, answer, seed)
