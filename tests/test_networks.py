import numpy as np
import pytest

from dropoutlab.data import digits
from dropoutlab.networks import Network, _gradients, fit, negative_log_likelihood, softmax


def test_gradients_are_those_of_the_cross_entropy() -> None:
    rng = np.random.default_rng(0)
    network = Network((6, 8, 7, 3), rng)
    for biases in network.biases:
        biases += rng.normal(size=biases.shape)
    x, y = rng.normal(size=(5, 6)), rng.integers(0, 3, 5)
    factors = [(rng.random((5, size)) >= p) / (1 - p) for size, p in ((6, 0.2), (8, 0.5), (7, 0.3))]
    analytic = _gradients(network, x, np.eye(3)[y], factors)
    for parameter, gradient in zip([*network.weights, *network.biases], analytic, strict=True):
        numeric = np.zeros_like(parameter)
        for place in np.ndindex(parameter.shape):
            kept, losses = parameter[place], []
            for step in (1e-6, -1e-6):
                parameter[place] = kept + step
                losses.append(negative_log_likelihood(softmax(network.logits(x, factors)), y))
            parameter[place] = kept
            numeric[place] = (losses[0] - losses[1]) / 2e-6
        np.testing.assert_allclose(gradient, numeric, atol=1e-8)


def test_dropout_wins_on_wrong_labels() -> None:
    """Measured over 20 seeds: +10.2 points with a standard deviation of 2, at least +6.9."""
    split = digits(np.random.default_rng(1), 500, 0.2)
    scores = {}
    for p in (0.0, 0.5):
        rng = np.random.default_rng(2)
        network = Network((64, 128, 128, 10), rng)
        fit(network, split.x_train, split.y_train, rng, p=p)
        scores[p] = network.accuracy(split.x_test, split.y_test)
    assert scores[0.5] > scores[0.0] + 0.04


def test_max_norm_and_weight_decay_shrink() -> None:
    split = digits(np.random.default_rng(1), 200)
    lengths = {}
    for name, options in {
        "plain": {},
        "norm": {"max_norm": 1.0},
        "decay": {"weight_decay": 0.1},
    }.items():
        rng = np.random.default_rng(2)
        network = Network((64, 32, 10), rng)
        fit(network, split.x_train, split.y_train, rng, epochs=10, **options)
        lengths[name] = np.linalg.norm(network.weights[0], axis=0)
    assert lengths["norm"].max() <= 1 + 1e-12 < lengths["plain"].max()
    assert lengths["decay"].mean() < lengths["plain"].mean()


def test_label_smoothing_tempers_and_epochs_are_told() -> None:
    split = digits(np.random.default_rng(1), 100)
    sharpest, told = [], []
    for smoothing in (0.0, 0.2):
        rng = np.random.default_rng(2)
        network = Network((64, 32, 10), rng)
        fit(
            network,
            split.x_train,
            split.y_train,
            rng,
            epochs=30,
            label_smoothing=smoothing,
            after_epoch=told.append,
        )
        sharpest.append(softmax(network.logits(split.x_train)).max(axis=1).mean())
    assert sharpest[1] < sharpest[0]
    assert told == [*range(1, 31)] * 2


@pytest.mark.parametrize("p", [1.0, -0.1, (0.5,), (0.5, 0.5, 0.5)])
def test_wrong_drop_probabilities_are_refused(p: float | tuple[float, ...]) -> None:
    network = Network((4, 3, 3, 2), np.random.default_rng(0))
    with pytest.raises(ValueError, match=r"must be in \[0, 1\), one for each of 2 layers"):
        fit(network, np.ones((2, 4)), np.array([0, 1]), np.random.default_rng(0), p=p)
