"""Properties of the class `MLP(n_in, n_hidden, n_out, p, rng)`: Linear, ReLU, Dropout, Linear."""

from collections.abc import Sequence

import numpy as np

from ..chance import plausible
from ..failure import CheckFailed
from .gates import same
from .mlp_handling import Answer, Case, hidden_of, logits_of, set_up, several_logits_of, switch
from .mlp_slips import FORWARD_SECTION, name_backward_slip, name_forward_slip
from .mlp_step import follows_the_gradient_of_its_own_pass, steps_down_the_mean_loss


def has_two_modes(answer: Answer, p: float = 0.4, seed: int = 1) -> None:
    """After eval() the answer is always the same; after train() it is another each time."""
    case = Case.draw(seed, p, (12, 7, 20))
    mlp, earlier = set_up(answer, case), None
    for mode in ("train", "eval", "train"):
        switch(mlp, mode)
        first, second = several_logits_of(mlp, case, 2)
        repeats = same(first, second)
        if repeats and mode == "train":
            raise CheckFailed(
                "After train() the network answers the same twice.",
                f"With p = {p:g} two forwards in training should have different masks.",
                FORWARD_SECTION,
            )
        if not repeats and mode == "eval":
            raise CheckFailed(
                "After eval() the network still answers at random.",
                "eval() of the network has to reach its dropout layer.",
                FORWARD_SECTION,
            )
        if mode == "train" and earlier is not None and same(first, earlier):
            raise CheckFailed(
                "train() begins with the same masks again.",
                "The first forward after one train() and that after the next drop the same units. "
                "Switching the mode makes no new layer and no new generator.",
                FORWARD_SECTION,
            )
        if mode == "train":
            earlier = first


def drops_its_hidden_units(answer: Answer, ps: Sequence[float] = (0.3, 0.7), seed: int = 2) -> None:
    """The output is that of Linear, ReLU, Dropout and Linear, in this order."""
    for p in ps:
        case = Case.draw(seed, p, (30, 8, 24))
        mlp = set_up(answer, case)
        switch(mlp, "eval")
        found = logits_of(mlp, case)
        if not same(found, case.logits()):
            name_forward_slip(found, case, training=False)
        switch(mlp, "train")
        found = logits_of(mlp, case)
        sent = hidden_of(found, case)
        active = case.hidden() > 1e-3
        mask = sent[active] / case.hidden()[active]
        kept = np.abs(mask) > 1e-6
        if not np.allclose(mask[kept], 1 / (1 - p), rtol=1e-6) or (~active & (sent > 1e-2)).any():
            name_forward_slip(found, case, training=True)
        if kept.all() or not plausible(int(kept.sum()), kept.size, 1 - p):
            name_forward_slip(found, case, training=True)


def has_the_gradients_of_its_forward(
    answer: Answer, ps: Sequence[float] = (0.3,), seed: int = 3
) -> None:
    """backward leaves the gradients in both layers and returns that for x."""
    for p in ps:
        case = Case.draw(seed, p, (9, 6, 12))
        mlp = set_up(answer, case)
        for mode in ("eval", "train"):
            name_backward_slip(mlp, case, mode)


def steps_downhill(answer: Answer, learning_rate: float = 0.1, seed: int = 4) -> None:
    """step(x, y, learning_rate) is one step of SGD, and it returns the loss before the step."""
    steps_down_the_mean_loss(answer, learning_rate, seed)
    follows_the_gradient_of_its_own_pass(answer, learning_rate, seed)
