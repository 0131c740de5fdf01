"""The explorers of notebook 4 draw the learner's own answer, still and with controls."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import numpy as np
import pytest

from dropoutlab.checks import CheckFailed
from dropoutlab.explorers.variants import (
    dropconnect_sums,
    feature_maps,
    mc_band,
    noise_histograms,
    selu_depth,
    weight_masks,
)
from dropoutlab.explorers.variants.gap_network import trained
from dropoutlab.figures import Picture
from tests.answers import define

A = define("4-variants")
KEEP, PLAIN, GAUSSIAN = A["sample_keep_mask"], A["dropout_forward"], A["gaussian_dropout"]
CONNECT, INFERENCE = A["dropconnect_forward"], A["dropconnect_inference"]
SPATIAL, BLOCK, ALPHA, MC = (
    A[name] for name in ("spatial_dropout", "dropblock", "alpha_dropout", "mc_moments")
)

DRAW: dict[str, Callable[..., Picture]] = {
    "noise": lambda **kw: noise_histograms.draw(GAUSSIAN, PLAIN, **kw),
    "weights": lambda **kw: weight_masks.draw(CONNECT, KEEP, **kw),
    "sums": lambda **kw: dropconnect_sums.draw(CONNECT, INFERENCE, **kw),
    "two rows of maps": lambda **kw: feature_maps.draw(PLAIN, SPATIAL, **kw),
    "three rows of maps": lambda **kw: feature_maps.draw(PLAIN, SPATIAL, BLOCK, **kw),
    "depth": lambda **kw: selu_depth.draw(ALPHA, PLAIN, **kw),
}
EXPLORE: dict[str, Callable[[], widgets.VBox]] = {
    "noise": lambda: noise_histograms.explore(GAUSSIAN, PLAIN),
    "weights": lambda: weight_masks.explore(CONNECT, KEEP),
    "sums": lambda: dropconnect_sums.explore(CONNECT, INFERENCE),
    "maps": lambda: feature_maps.explore(PLAIN, SPATIAL, BLOCK),
    "depth": lambda: selu_depth.explore(ALPHA, PLAIN),
    "band": lambda: mc_band.explore(MC),
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
        if isinstance(control, widgets.ToggleButtons):
            control.value = control.options[-1]
        else:
            control.value = control.value + 2 * control.step
        assert screen.value.startswith("<img")
        assert screen.value != before, control.description


def test_gaussian_noise_and_coins_have_the_same_moments_in_the_picture() -> None:
    told = noise_histograms.draw(GAUSSIAN, PLAIN, p=0.2).alt
    variances = [float(part.split()[0].rstrip(".;")) for part in told.split("variance ")[1:]]
    assert variances[:2] == pytest.approx([0.25, 0.25], abs=0.02)
    assert variances[2] == pytest.approx(variances[3], rel=0.15)


def test_matched_moments_beat_the_relu_of_the_mean() -> None:
    told = dropconnect_sums.draw(CONNECT, INFERENCE, p=0.5).alt.split("Output of the unit: ")[1]
    over_masks, matched, of_mean = (float(part.split()[0]) for part in told.split(", "))
    assert abs(matched - over_masks) < 0.01
    assert abs(of_mean - over_masks) > 0.05


def test_blocks_drop_less_than_p() -> None:
    shares = []
    for seed in range(20):
        told = feature_maps.draw(PLAIN, SPATIAL, BLOCK, p=0.5, seed=seed).alt
        shares.append(int(told.split("b = 3 ")[1].split("%")[0]))
    assert 25 < np.mean(shares) < 45


def test_alpha_dropout_keeps_the_spread_and_plain_dropout_does_not() -> None:
    told = selu_depth.draw(ALPHA, PLAIN, p=0.2).alt
    plain, alpha = (
        float(told.split(f"{name} mean")[1].split("spread ")[1].split(";")[0].split(". ")[0])
        for name in ("plain dropout", "alpha dropout")
    )
    assert plain > 1.3
    assert alpha == pytest.approx(1.0, abs=0.1)


def test_the_band_holds_on_the_data_and_misses_the_bump() -> None:
    for p in (0.02, 0.1, 0.3):
        told = mc_band.draw(MC, p=p).alt
        bump = told.split("bump: ")[1]
        on_data, in_gap = (int(part.split("%")[0]) for part in bump.split(", ")[:2])
        assert on_data > 75
        assert in_gap < 50


def test_the_noise_of_the_data_belongs_into_the_band() -> None:
    """Without 1/tau the band contains fewer new points, and the picture says so."""

    def forgetful(predict: Any, x: Any, samples: int, tau: float, rng: Any) -> Any:
        mean, variance = MC(predict, x, samples, tau, rng)
        return mean, variance - 1 / tau

    full, without = (
        int(mc_band.draw(answer, p=0.02).alt.split("calm: ")[1].split("%")[0])
        for answer in (MC, forgetful)
    )
    assert without < full - 5


def test_a_network_is_trained_once() -> None:
    assert trained("calm", 0.1) is trained("calm", 0.1)


def test_a_stub_gives_a_sentence() -> None:
    def mc_moments(*args: Any) -> Any:
        raise NotImplementedError

    with pytest.raises(NotImplementedError, match="not written yet"):
        mc_band.draw(mc_moments)
    assert "not written yet" in mc_band.explore(mc_moments).children[1].value


@pytest.mark.parametrize("result", [None, 3.0, (np.ones(2), np.ones(2))])
def test_a_wrong_result_gives_a_sentence(result: Any) -> None:
    def answer(*args: Any) -> Any:
        return result

    for draw in (
        lambda: noise_histograms.draw(answer, PLAIN),
        lambda: weight_masks.draw(answer, KEEP),
        lambda: dropconnect_sums.draw(answer, INFERENCE),
        lambda: feature_maps.draw(PLAIN, answer),
        lambda: selu_depth.draw(answer, PLAIN),
        lambda: mc_band.draw(answer),
    ):
        with pytest.raises(CheckFailed):
            draw()
