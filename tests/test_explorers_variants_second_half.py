"""The pictures of the second half of the variants show what the learner's code does."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
import pytest

from dropoutlab.checks import CheckFailed
from dropoutlab.explorers.variants import (
    attention_map,
    concrete_noise,
    depth_staircase,
    kl_curve,
    masks_over_time,
    memory_loss,
)
from dropoutlab.figures import Picture
from tests.answers import define

A = define("4-variants")
RNN, STEP, RATES = A["variational_rnn"], A["recurrent_dropout_step"], A["drop_rates"]
BLOCK, ATTENTION = A["stochastic_depth"], A["attention_dropout"]
CONCRETE, KL = A["concrete_dropout"], A["kingma_kl"]

DRAW: dict[str, Callable[..., Picture]] = {
    "masks over time": lambda **kw: masks_over_time.draw(RNN, **kw),
    "memory loss": lambda **kw: memory_loss.draw(RNN, STEP, **kw),
    "staircase": lambda **kw: depth_staircase.draw(RATES, BLOCK, **kw),
    "attention": lambda **kw: attention_map.draw(ATTENTION, **kw),
    "concrete": lambda **kw: concrete_noise.draw(CONCRETE, **kw),
}
EXPLORE: dict[str, Callable[[], widgets.VBox]] = {
    "masks over time": lambda: masks_over_time.explore(RNN),
    "memory loss": lambda: memory_loss.explore(RNN, STEP),
    "staircase": lambda: depth_staircase.explore(RATES, BLOCK),
    "attention": lambda: attention_map.explore(ATTENTION),
    "concrete": lambda: concrete_noise.explore(CONCRETE),
    "price": lambda: kl_curve.explore(KL),
}


@pytest.fixture(autouse=True)
def seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of grading, somebody looks at the widgets."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)


def has_words(picture: Picture, p: float) -> None:
    bundle, metadata = picture._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert len(picture.alt) > 80
    assert f"p = {p:g}" in picture.alt
    assert metadata["image/png"]["alt"] == picture.alt
    assert 'alt="' in bundle["text/html"]


@pytest.mark.parametrize("name", DRAW)
@pytest.mark.parametrize("p", [0.0, 0.5, 0.95])
def test_draw_is_a_picture_with_words(name: str, p: float) -> None:
    if name == "concrete":
        p = min(max(p, 0.05), 0.95)  # it has a logit
    has_words(DRAW[name](p=p, seed=3), p)


@pytest.mark.parametrize("p", [0.02, 0.2, 0.5])
def test_the_price_is_a_picture_with_words(p: float) -> None:
    has_words(kl_curve.draw(KL, p), p)


@pytest.mark.parametrize("name", DRAW)
def test_the_same_seed_draws_the_same_and_another_does_not(name: str) -> None:
    first, same, other = (DRAW[name](p=0.5, seed=seed) for seed in (0, 0, 1))
    assert first.png() == same.png()
    assert first.png() != other.png()


@pytest.mark.parametrize("name", EXPLORE)
def test_moving_a_control_draws_again(name: str) -> None:
    box = EXPLORE[name]()
    controls, screen = box.children[0].children, box.children[1]
    assert screen.value.startswith("<img")
    for control in controls:
        before = screen.value
        control.value = control.value + 2 * control.step
        assert screen.value.startswith("<img")
        assert screen.value != before, control.description


def test_one_mask_for_the_sequence_shows_as_columns() -> None:
    alt = masks_over_time.draw(RNN, p=0.4).alt
    assert "and 0 change over time; with a new call at every step, 0 are kept throughout" in alt

    def fresh(x: Any, W_x: Any, W_h: Any, b: Any, p: float, training: bool, rng: Any) -> Any:  # noqa: N803
        parts = [RNN(x[:, t : t + 1], W_x, W_h, b, p, training, rng) for t in range(x.shape[1])]
        return np.concatenate([part[0] for part in parts], axis=1), *parts[-1][1:]

    assert "and 0 change over time" not in masks_over_time.draw(fresh, p=0.4).alt


def test_a_memory_that_is_dropped_is_lost_in_the_picture() -> None:
    def on_memory(
        i: Any, f: Any, o: Any, g: Any, c: Any, p: float, training: bool, rng: Any
    ) -> Any:
        c = f * c * (rng.random(c.shape) >= p) + i * g
        return o * np.tanh(c), c

    right, wrong = (memory_loss.draw(RNN, step, p=0.5).alt for step in (STEP, on_memory))
    assert "candidate 100.0%" in right
    assert "candidate 0." in wrong


def test_the_staircase_has_the_expected_depth_of_the_paper() -> None:
    assert "expected are 4.25." in depth_staircase.draw(RATES, BLOCK, n_blocks=6, p=0.5).alt
    assert "expected are 40.25." in depth_staircase.draw(RATES, BLOCK, n_blocks=54, p=0.5).alt


def test_the_price_is_close_to_the_exact_one() -> None:
    error = float(kl_curve.draw(KL).alt.split("It is within ")[1].split(" ")[0])
    assert error < 0.04
    wrong = float(kl_curve.draw(lambda p: -np.log(p)).alt.split("It is within ")[1].split(" ")[0])
    assert wrong > 0.3


def test_a_stub_gives_a_sentence() -> None:
    def attention_dropout(*args: Any) -> Any:
        raise NotImplementedError

    with pytest.raises(NotImplementedError, match="not written yet"):
        attention_map.draw(attention_dropout)
    assert "not written yet" in attention_map.explore(attention_dropout).children[1].value


@pytest.mark.parametrize("name", EXPLORE)
def test_nonsense_gives_a_sentence(name: str) -> None:
    def nonsense(*args: Any) -> Any:
        return np.ones(3)

    module = {
        "masks over time": (masks_over_time, 1),
        "memory loss": (memory_loss, 2),
        "staircase": (depth_staircase, 2),
        "attention": (attention_map, 1),
        "concrete": (concrete_noise, 1),
        "price": (kl_curve, 1),
    }[name]
    with pytest.raises(CheckFailed):
        module[0].draw(*[nonsense] * module[1])
