"""Every explorer of the motivation notebook draws the learner's own answer, still and live."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
import pytest

from dropoutlab.checks import CheckFailed
from dropoutlab.explorers.motivation import (
    ablation_curve,
    flipped_digits,
    learning_curves,
    memorised,
    simplex,
    single_units,
    thinned_network,
    unit_use,
)
from dropoutlab.figures import Picture
from dropoutlab.pairs import LOOKS, Pair, accuracy_on_test, spread, train_pairs
from tests.answers import define

A = define("1-motivation")
MEMORIZED, DEAD, ABLATE = A["memorized_fraction"], A["dead_units"], A["ablate"]
MASKS, LIKELY, AVERAGE = A["enumerate_masks"], A["mask_probabilities"], A["ensemble_average"]

Pairs = list[Pair]
DRAW: dict[str, Callable[[Pairs], Picture]] = {
    "curves": lambda pairs: learning_curves.draw(pairs),
    "memorised": lambda pairs: memorised.draw(MEMORIZED, pairs),
    "digits": lambda pairs: flipped_digits.draw(MEMORIZED, pairs),
    "units": lambda pairs: unit_use.draw(DEAD, pairs),
    "single units": lambda pairs: single_units.draw(ABLATE, pairs[:1]),
    "ablation": lambda pairs: ablation_curve.draw(ABLATE, pairs),
    "thinned network": lambda pairs: thinned_network.draw(MASKS, LIKELY),
    "simplex": lambda pairs: simplex.draw(MASKS, LIKELY, AVERAGE),
}
EXPLORE: dict[str, Callable[[Pairs], widgets.VBox]] = {
    "curves": lambda pairs: learning_curves.explore(pairs),
    "memorised": lambda pairs: memorised.explore(MEMORIZED, pairs),
    "digits": lambda pairs: flipped_digits.explore(MEMORIZED, pairs),
    "units": lambda pairs: unit_use.explore(DEAD, pairs),
    "ablation": lambda pairs: ablation_curve.explore(ABLATE, pairs),
    "thinned network": lambda pairs: thinned_network.explore(MASKS, LIKELY),
    "simplex": lambda pairs: simplex.explore(MASKS, LIKELY, AVERAGE),
}


@pytest.fixture(autouse=True)
def seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of grading, somebody looks at the widgets."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    """Two pairs on noisy labels, as in the notebook."""
    return train_pairs(2, label_noise=0.2, say=lambda text: None)


def test_training_tells_how_it_goes_and_is_short_while_graded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    told: list[str] = []
    assert len(train_pairs(9, label_noise=0.0, epochs=1, say=told.append)) == 1
    assert told[0] == "While this is graded, only 1 of 9 pairs is trained."
    assert told[1].startswith("seed 0: right on test digits ")
    assert spread([0.8, 0.9, 0.85]) == "85.0 ± 5.0 %"
    assert spread([0.8]) == "80.0 %"


def test_both_networks_of_a_pair_start_alike_and_dropout_wins(pairs: Pairs) -> None:
    for pair in pairs:
        assert pair.plain.on_train.shape == (len(LOOKS), 500)
        plain, dropout = (accuracy_on_test(pair.data, t)[-1] for t in (pair.plain, pair.dropout))
        assert dropout > plain + 0.02
        dead = [
            (network.activations(pair.data.x_train)[1] == 0).all(axis=0)
            for network in (pair.untrained, pair.plain.network, pair.dropout.network)
        ]
        # What the notebook says: in the first layer a dead unit stays dead.
        assert not (dead[0] & ~dead[1]).any()
        assert not (dead[0] & ~dead[2]).any()


@pytest.mark.parametrize("name", DRAW)
def test_draw_is_a_picture_with_words(name: str, pairs: Pairs) -> None:
    picture = DRAW[name](pairs)
    bundle, metadata = picture._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert len(picture.alt) > 80
    assert metadata["image/png"]["alt"] == picture.alt
    assert "data:image/png;base64," in bundle["text/html"]


@pytest.mark.parametrize("name", EXPLORE)
def test_moving_a_control_draws_again(name: str, pairs: Pairs) -> None:
    box = EXPLORE[name](pairs)
    controls, screen = box.children[0].children, box.children[1]
    assert screen.value.startswith("<img")
    for control in controls:
        before = screen.value
        if isinstance(control, widgets.ToggleButtons | widgets.SelectionSlider):
            control.value = control.options[1]
        else:
            control.value = control.value + (control.step if control.max < 5 else 2 * control.step)
        assert screen.value.startswith("<img")
        assert screen.value != before, control.description


@pytest.mark.parametrize("p", [0.0, 0.25, 0.95])
def test_pictures_of_masks_say_their_p(p: float) -> None:
    thinned = thinned_network.draw(MASKS, LIKELY, p=p).alt
    assert f"p = {p:g}" in thinned
    assert (": 10 of 10 hidden units kept" in thinned) == (p == 0)
    assert f"p = {p:g}" in simplex.draw(MASKS, LIKELY, AVERAGE, p=p).alt


def test_wrong_answers_show_in_the_pictures(pairs: Pairs) -> None:
    """An explorer draws what the learner's code does, not what it should do."""

    def train_accuracy(predicted: Any, noisy: Any, clean: Any) -> float:
        return float((predicted == noisy).mean())

    right = memorised.draw(MEMORIZED, pairs).alt
    assert right != memorised.draw(train_accuracy, pairs).alt
    half = [
        ablation_curve.draw(answer, pairs[:1]).alt.split("and ")[-1]
        for answer in (ABLATE, lambda h, keep: h)
    ]
    assert float(half[0].split("%")[0]) < float(half[1].split("%")[0])
    everyone = unit_use.draw(lambda h: np.ones(h.shape[1], bool), pairs).alt
    assert "128 of 128 units dead" in everyone
    with pytest.raises(CheckFailed, match="do not sum to 1"):
        thinned_network.draw(MASKS, lambda masks, p: np.full(len(masks), 0.5))


def test_losing_one_unit_costs_more_without_dropout(pairs: Pairs) -> None:
    measured = single_units.measure(ABLATE, pairs[:1])
    assert measured[0][0][0] > measured[0][1][0]
    box = single_units.explore(ABLATE, pairs[:1])
    assert box.children[1].value.startswith("<img")


def test_a_stub_gives_a_sentence(pairs: Pairs) -> None:
    def enumerate_masks(n: int) -> Any:
        raise NotImplementedError

    with pytest.raises(NotImplementedError, match="not written yet"):
        simplex.draw(enumerate_masks, LIKELY, AVERAGE)
    box = thinned_network.explore(enumerate_masks, LIKELY)
    assert "not written yet" in box.children[1].value
    box = flipped_digits.explore(lambda *labels: None, pairs)
    assert "Nothing to draw" in box.children[1].value
