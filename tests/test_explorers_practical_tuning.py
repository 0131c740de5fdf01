"""The pictures of notebook 5 draw the learner's own answers and the experiments' results."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
import pytest

from dropoutlab.checks import CheckFailed
from dropoutlab.checks.practical_tuning.bench import Bench
from dropoutlab.explorers.practical_tuning import (
    averaging,
    baselines,
    blueprint,
    board,
    broken_runs,
    data_size,
    lengths,
    p_sweep,
    sampling_time,
    shift,
)
from dropoutlab.figures import Picture
from dropoutlab.networks import softmax
from tests.answers import define

A = define("5-practical-tuning")
SCORES = {
    0.0: [0.8, 0.82, 0.81],
    0.3: [0.91, 0.93, 0.90],
    0.5: [0.9, 0.925, 0.92],
    0.7: [0.7, 0.71, 0.73],
}
SIZES = {50: ([0.5, 0.6], [0.6, 0.62]), 500: ([0.7, 0.72], [0.9, 0.9])}
OPTIONS = {"nothing": [0.7, 0.72], "dropout 0.5": [0.9, 0.91], "weight decay": [0.88, 0.9]}
RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(40, 5)), RNG.integers(0, 3, 40)
ONE_PASS = softmax(X[:, :3])
BENCH = Bench(5)


def noisy(x: Any) -> Any:
    return x[:, :3] + np.random.default_rng().normal(size=(len(x), 3))


MC = (A["mc_predict"], noisy, ONE_PASS, X, Y)
PROTOCOL = (A["pick_regulariser"], BENCH.options, BENCH.train, BENCH.test)
DRAW: dict[str, Callable[[], Picture]] = {
    "blueprint": lambda: blueprint.draw(A["place_dropout"]),
    "p sweep": lambda: p_sweep.draw(A["choose_p"], SCORES),
    "data size": lambda: data_size.draw(SIZES),
    "baselines": lambda: baselines.draw(OPTIONS),
    "lengths": lambda: lengths.draw(A["max_norm"]),
    "shift": lambda: shift.draw(A["variance_shift"]),
    "averaging": lambda: averaging.draw(*MC),
    "broken runs": lambda: broken_runs.draw(A["diagnose"]),
    "sampling time": lambda: sampling_time.draw(A["sample_keep_mask"], A["fast_keep_mask"]),
    "board": lambda: board.draw(*PROTOCOL),
}
EXPLORE: dict[str, Callable[[], widgets.VBox]] = {
    "blueprint": lambda: blueprint.explore(A["place_dropout"]),
    "p sweep": lambda: p_sweep.explore(A["choose_p"], SCORES),
    "data size": lambda: data_size.explore(SIZES),
    "baselines": lambda: baselines.explore(OPTIONS),
    "lengths": lambda: lengths.explore(A["max_norm"]),
    "shift": lambda: shift.explore(A["variance_shift"]),
    "averaging": lambda: averaging.explore(*MC),
    "broken runs": lambda: broken_runs.explore(A["diagnose"]),
    "sampling time": lambda: sampling_time.explore(A["sample_keep_mask"], A["fast_keep_mask"]),
    "board": lambda: board.explore(*PROTOCOL),
}


@pytest.fixture(autouse=True)
def seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of grading, somebody looks at the widgets."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)


@pytest.mark.parametrize("name", DRAW)
def test_draw_is_a_picture_with_words(name: str) -> None:
    picture = DRAW[name]()
    bundle, metadata = picture._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert len(picture.alt) > 80
    assert any(letter.isdigit() for letter in picture.alt)
    assert metadata["image/png"]["alt"] == picture.alt


@pytest.mark.parametrize("name", EXPLORE)
def test_moving_a_control_draws_again(name: str) -> None:
    box = EXPLORE[name]()
    controls, screen = box.children[0].children, box.children[1]
    assert screen.value.startswith("<img")
    for control in controls:
        before = screen.value
        if isinstance(control, widgets.ToggleButtons | widgets.Dropdown | widgets.SelectionSlider):
            control.value = next(option for option in control.options if option != control.value)
        else:
            up = control.value + control.step
            control.value = up if up <= control.max else control.value - control.step
        assert screen.value.startswith("<img"), screen.value
        assert screen.value != before, control.description


def test_the_author_finds_the_fault_of_every_run() -> None:
    found = {name: A["diagnose"](broken_runs.record(name)) for name in broken_runs.RUNS}
    assert found == broken_runs.TRUTH
    for axes in broken_runs.draw(A["diagnose"]).axes:
        assert [line.get_label() for line in axes.lines] == [
            "training",
            "validation",
            "share dropped",
        ]


def test_measured_shifts_are_those_of_the_formula() -> None:
    """The dots of the picture are measured; that the lines meet them is what it shows."""
    h, _ = shift._units()
    units = h[:, h.var(axis=0) > 1e-3]
    noisy_units = units * (np.random.default_rng(0).random(units.shape) >= 0.4) / 0.6
    measured = units.var() / noisy_units.var()
    assert A["variance_shift"](0.4, units.mean(), units.var()) == pytest.approx(measured, rel=0.03)


def test_the_board_tells_what_the_protocol_did() -> None:
    alt = board.draw(*PROTOCOL, budget=16).alt
    assert "16 runs" in alt
    assert "opened once" in alt

    def overspends(options: Any, train: Any, test: Any, budget: int) -> Any:
        scores = {o: train(o, s) for o in options for s in range(3)}
        best = max(scores, key=test)
        return best, 0.5

    picture = board.draw(overspends, *PROTOCOL[1:], budget=16)
    assert "24 runs" in picture.alt
    assert "opened 8 times" in picture.alt


def test_a_wrong_answer_shows_in_the_picture() -> None:
    stretched = lengths.draw(lambda weights, c: weights / np.linalg.norm(weights, axis=0) * c)
    assert "between 1.50 and 1.50 after" in stretched.alt


def test_nonsense_and_stubs_give_a_sentence() -> None:
    with pytest.raises(CheckFailed, match="does not return a list"):
        blueprint.draw(lambda layers, rates: None)
    with pytest.raises(CheckFailed, match="one number"):
        p_sweep.draw(lambda scores: None, SCORES)
    with pytest.raises(CheckFailed, match="an option and a score"):
        board.draw(lambda *args: None, *PROTOCOL[1:])

    def max_norm(weights: Any, c: float) -> Any:
        raise NotImplementedError

    with pytest.raises(NotImplementedError, match="not written yet"):
        lengths.draw(max_norm)
    assert "not written yet" in lengths.explore(max_norm).children[1].value
