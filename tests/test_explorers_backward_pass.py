"""The explorers of the backward-pass notebook draw what the learner's own code does."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
import pytest

from dropoutlab.checks import CheckFailed
from dropoutlab.explorers.backward_pass import (
    agreement,
    gradient_flow,
    gradient_noise,
    learning_curves,
    ridge_path,
)
from dropoutlab.figures import Picture
from tests.answers import define

A = define("3-backward-pass")
FORWARD, BACKWARD, LAYER = A["dropout_forward"], A["dropout_backward"], A["Dropout"]
NUMERICAL, RIDGE, MLP = A["numerical_gradient"], A["ridge_equivalent"], A["MLP"]


HOW: dict[str, Any] = {"ps": (0.0, 0.5), "seeds": 2, "epochs": 60, "say": lambda words: None}


@pytest.fixture(scope="module")
def runs() -> learning_curves.Runs:
    return learning_curves.train(MLP, **HOW)


@pytest.fixture(scope="module")
def descent() -> ridge_path.Descent:
    return ridge_path.descend(FORWARD, ps=(0.3, 0.7))


@pytest.fixture(autouse=True)
def seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of grading, somebody looks at the widgets."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)


DRAW: dict[str, Callable[..., Picture]] = {
    "flow": lambda **kw: gradient_flow.draw(FORWARD, BACKWARD, **kw),
    "agreement": lambda **kw: agreement.draw(LAYER, NUMERICAL, **kw),
}
EXPLORE: dict[str, Callable[[], widgets.VBox]] = {
    "flow": lambda: gradient_flow.explore(FORWARD, BACKWARD),
    "agreement": lambda: agreement.explore(LAYER, NUMERICAL),
    "noise": lambda: gradient_noise.explore(FORWARD, BACKWARD),
}


def is_a_picture_with_words(picture: Picture) -> None:
    bundle, metadata = picture._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert len(picture.alt) > 80
    assert metadata["image/png"]["alt"] == picture.alt


@pytest.mark.parametrize("name", DRAW)
@pytest.mark.parametrize("p", [0.0, 0.5, 0.95])
def test_draw_is_a_picture_with_words(name: str, p: float) -> None:
    picture = DRAW[name](p=p, seed=3)
    is_a_picture_with_words(picture)
    assert f"p = {p:g}" in picture.alt


@pytest.mark.parametrize("name", DRAW)
def test_the_same_seed_draws_the_same_and_another_does_not(name: str) -> None:
    first, same, other = (DRAW[name](p=0.5, seed=seed) for seed in (0, 0, 1))
    assert first.png() == same.png()
    assert first.png() != other.png()


def move_every_control(box: widgets.VBox) -> None:
    controls, screen = box.children[0].children, box.children[1]
    assert screen.value.startswith("<img")
    for control in controls:
        before = screen.value
        if hasattr(control, "options"):
            control.value = next(
                option for option in control.options if option not in (control.value, "all")
            )
        else:
            control.value = control.value + 2 * control.step
        assert screen.value.startswith("<img")
        assert screen.value != before, control.description


@pytest.mark.parametrize("name", EXPLORE)
def test_moving_a_control_draws_again(name: str) -> None:
    move_every_control(EXPLORE[name]())


def test_the_flow_of_a_row_stops_at_dropped_units_and_a_leak_shows() -> None:
    assert "0 still get a gradient" in gradient_flow.draw(FORWARD, BACKWARD, p=0.5).alt
    leaking = gradient_flow.draw(FORWARD, lambda dy, mask: dy, p=0.5).alt
    assert "of which 6 still get a gradient" in leaking


def test_what_one_row_leaves_out_another_one_trains() -> None:
    def silent(row: int | str) -> int:
        alt = gradient_flow.draw(FORWARD, BACKWARD, p=0.5, row=row).alt
        return int(alt.split("a gradient; ")[1].split(" of ")[0])

    assert silent("all") < min(silent(row) for row in range(1, 7))


def test_gradients_agree_with_frozen_coins_alone() -> None:
    told = agreement.draw(LAYER, NUMERICAL, p=0.3).alt
    frozen, fresh = (
        float(part.split()[0].rstrip(".;")) for part in told.split("difference is ")[1:]
    )
    assert frozen < 1e-8
    assert fresh > 1e3


def test_noise_grows_with_p_and_a_shared_mask_is_noisier() -> None:
    picture = gradient_noise.draw(FORWARD, BACKWARD)
    is_a_picture_with_words(picture)

    def spreads(name: str) -> list[float]:
        words = picture.alt.split(f"{name} ")[1].split(";")[0].split(". ")[0]
        return [float(word) for word in words.split(", ")]

    own, shared = spreads("one mask for each example"), spreads("one mask for the whole batch")
    assert own == sorted(own)
    assert shared == sorted(shared)
    assert all(1.5 * a < b for a, b in zip(own, shared, strict=True))


def test_with_one_example_the_two_masks_are_one() -> None:
    words = gradient_noise.draw(FORWARD, BACKWARD, n_examples=1).alt
    own = words.split("one mask for each example ")[1].split(";")[0]
    shared = words.split("one mask for the whole batch ")[1].split(". ")[0]
    for a, b in zip(own.split(", "), shared.split(", "), strict=True):
        assert float(a) == pytest.approx(float(b), rel=0.5)


def test_the_learners_network_learns_and_dropout_repeats_fewer_wrong_labels(
    runs: learning_curves.Runs,
) -> None:
    for p in (0.0, 0.5):
        assert runs.test[p].shape == runs.flipped[p].shape == (2, 15)
        assert runs.test[p][:, -1].min() > 0.7
    assert runs.flipped[0.5][:, -1].mean() < runs.flipped[0.0][:, -1].mean() - 0.1
    picture = learning_curves.draw(runs, (0.0, 0.5))
    is_a_picture_with_words(picture)
    assert "p = 0.5: " in picture.alt


def test_learning_curves_can_be_chosen(runs: learning_curves.Runs) -> None:
    box = learning_curves.explore(MLP, **HOW)
    assert box.children[1].value.startswith("<img")


def test_descent_with_dropout_is_ridge(descent: ridge_path.Descent) -> None:
    picture = ridge_path.draw(RIDGE, descent, p=0.5)
    is_a_picture_with_words(picture)
    assert float(picture.alt.split("by at most ")[1].rstrip(".")) < 0.01
    move_every_control(ridge_path.explore(RIDGE, descent))


def test_other_weights_are_far_from_the_descent(descent: ridge_path.Descent) -> None:
    least_squares = ridge_path.draw(lambda X, y, p: RIDGE(X, y, 0.0), descent).alt
    assert float(least_squares.split("by at most ")[1].rstrip(".")) > 0.1


def test_a_stub_gives_a_sentence() -> None:
    def dropout_backward(dy: Any, mask: Any) -> Any:
        raise NotImplementedError

    with pytest.raises(NotImplementedError, match="not written yet"):
        gradient_flow.draw(FORWARD, dropout_backward)
    box = gradient_flow.explore(FORWARD, dropout_backward)
    assert "not written yet" in box.children[1].value


def test_a_wrong_shape_gives_a_sentence() -> None:
    with pytest.raises(CheckFailed, match="wrong shape"):
        gradient_flow.draw(FORWARD, lambda dy, mask: np.ones(3))
    with pytest.raises(CheckFailed, match="wrong shape"):
        agreement.draw(LAYER, lambda f, x, dy, eps: np.ones(3))
