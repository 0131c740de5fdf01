"""Every explorer draws the learner's own answer, still and with controls."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import matplotlib as mpl
import numpy as np
import pytest

from dropoutlab.checks import CheckFailed
from dropoutlab.explorers.forward_pass import batch_rows, histograms, mask_map, running_mean
from dropoutlab.figures import Picture
from tests.answers import define

A = define()
KEEP, VANILLA, FORWARD = A["sample_keep_mask"], A["vanilla_dropout"], A["dropout_forward"]
MOMENTS, LAYER = A["dropout_moments"], A["Dropout"]

DRAW: dict[str, Callable[..., Picture]] = {
    "mask": lambda **kw: mask_map.draw(KEEP, **kw),
    "two histograms": lambda **kw: histograms.draw(KEEP, VANILLA, **kw),
    "three histograms": lambda **kw: histograms.draw(KEEP, VANILLA, FORWARD, **kw),
    "running mean": lambda **kw: running_mean.draw(FORWARD, MOMENTS, **kw),
    "batch rows": lambda **kw: batch_rows.draw(LAYER, **kw),
}
EXPLORE: dict[str, Callable[[], widgets.VBox]] = {
    "mask": lambda: mask_map.explore(KEEP),
    "two histograms": lambda: histograms.explore(KEEP, VANILLA),
    "three histograms": lambda: histograms.explore(KEEP, VANILLA, FORWARD),
    "running mean": lambda: running_mean.explore(FORWARD, MOMENTS),
    "batch rows": lambda: batch_rows.explore(LAYER),
}


@pytest.fixture(autouse=True)
def seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of grading, somebody looks at the widgets."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)


@pytest.mark.parametrize("name", DRAW)
@pytest.mark.parametrize("p", [0.0, 0.5, 0.95])
def test_draw_is_a_picture_with_words(name: str, p: float) -> None:
    picture = DRAW[name](p=p, seed=3)
    bundle, metadata = picture._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert len(picture.alt) > 80
    assert f"p = {p:g}" in picture.alt
    assert metadata["image/png"]["alt"] == picture.alt
    assert 'alt="' in bundle["text/html"]
    assert "data:image/png;base64," in bundle["text/html"]


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
    # Sliders first: in the mode "eval" a new mask rightly changes nothing.
    for control in sorted(controls, key=lambda c: isinstance(c, widgets.ToggleButtons)):
        before = screen.value
        if isinstance(control, widgets.ToggleButtons):
            control.value = control.options[-1]
        else:
            control.value = control.value + 2 * control.step
        assert screen.value.startswith("<img")
        assert screen.value != before, control.description


def test_mask_shapes_show_in_the_shares() -> None:
    full, row, column = (mask_map.draw(KEEP, 0.5, shape).alt for shape in mask_map.SHAPES)
    assert "between 0% and 100% in a column" in row
    assert "between 0% and 100% in a row" in column
    assert "between 0% and 100%" not in full


def test_the_histograms_tell_which_scaling_keeps_the_mean() -> None:
    told = histograms.draw(KEEP, VANILLA, FORWARD, p=0.8).alt.split(". ")
    means = {
        line.split(":")[0]: [
            float(w) for w in line.split("mean ")[1].split(",")[0].split() if w[0].isdigit()
        ]
        for line in told
        if "mean" in line
    }
    plain, vanilla, inverted = means.values()
    assert plain[1] / plain[0] == pytest.approx(5, rel=0.15)
    assert vanilla[0] == pytest.approx(vanilla[1], abs=0.05)
    assert inverted[0] == pytest.approx(inverted[1], abs=0.1)


def test_a_wrong_answer_shows_in_the_picture() -> None:
    """An explorer draws what the learner's code does, not what it should do."""

    def unscaled(x: Any, p: float, training: bool, rng: np.random.Generator) -> Any:
        mask = rng.random(x.shape) >= p if training else np.ones(x.shape)
        return x * mask, mask * 1.0

    inside = running_mean.draw(unscaled, MOMENTS, p=0.5).alt.split("masks, 40 units: ")[1]
    assert "after 1000 masks it is between 0.4" in inside


def test_a_stub_gives_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    def sample_keep_mask(shape: Any, p: float, rng: Any) -> Any:
        raise NotImplementedError

    with pytest.raises(NotImplementedError, match="not written yet"):
        mask_map.draw(sample_keep_mask)
    box = mask_map.explore(sample_keep_mask)
    assert "not written yet" in box.children[1].value


def test_a_wrong_shape_gives_a_sentence() -> None:
    with pytest.raises(CheckFailed, match="wrong shape"):
        mask_map.draw(lambda shape, p, rng: np.ones(3, dtype=bool))
    box = batch_rows.explore(lambda p, rng: None)
    assert "Nothing to draw" in box.children[1].value


def test_the_learners_own_style_is_left_alone() -> None:
    with mpl.rc_context({"font.size": 23.0}):
        mask_map.draw(KEEP)
        assert mpl.rcParams["font.size"] == 23.0
