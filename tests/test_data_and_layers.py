import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.datasets import load_diabetes, load_digits

from dropoutlab.data import diabetes, digits
from dropoutlab.layers import Linear, relu, softmax_cross_entropy


@given(st.integers(0, 1000), st.integers(1, 1796), st.floats(0, 1))
@settings(max_examples=15, deadline=None)
def test_digits_are_split_and_their_labels_spoiled(seed: int, n_train: int, noise: float) -> None:
    split = digits(np.random.default_rng(seed), n_train, noise)
    assert split.x_train.shape == (n_train, 64)
    assert split.x_test.shape == (1797 - n_train, 64)
    assert split.x_train.dtype == np.float64
    assert 0 <= split.x_train.min() <= split.x_train.max() <= 1
    assert int((split.y_train != split.y_clean).sum()) == round(noise * n_train)
    labels = np.concatenate([split.y_clean, split.y_test])
    assert np.bincount(labels).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert set(np.unique(split.y_train)) <= set(range(10))


def test_these_are_scikit_learns_digits() -> None:
    pixels, labels = load_digits(return_X_y=True)
    table = np.column_stack([pixels / 16, labels])
    split = digits(np.random.default_rng(0), 1000)
    ours = np.vstack(
        [
            np.column_stack([split.x_train, split.y_train]),
            np.column_stack([split.x_test, split.y_test]),
        ]
    )
    np.testing.assert_array_equal(ours[np.lexsort(ours.T)], table[np.lexsort(table.T)])


def test_the_same_generator_gives_the_same_digits() -> None:
    first, same, other = (digits(np.random.default_rng(seed), 100, 0.2) for seed in (1, 1, 2))
    assert all((a == b).all() for a, b in zip(first, same, strict=True))
    assert (first.y_train != other.y_train).any()


def test_wrong_arguments_are_refused() -> None:
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match="n_train must be between 1 and 1796, not 1797"):
        digits(rng, 1797)
    with pytest.raises(ValueError, match=r"label_noise must be in \[0, 1\], not 1\.5"):
        digits(rng, 10, 1.5)


def test_linear_is_affine_and_relu_cuts() -> None:
    rng = np.random.default_rng(0)
    layer = Linear(64, 2000, rng)
    layer.biases[:] = 3.0
    x = rng.normal(size=(5, 64))
    np.testing.assert_allclose(layer.forward(x), x @ layer.weights + 3.0)
    assert layer.weights.std() == pytest.approx(np.sqrt(2 / 64), rel=0.02)
    np.testing.assert_array_equal(relu(np.array([-2.0, 0.0, 3.0])), [0.0, 0.0, 3.0])


def test_linear_has_the_gradients_that_differences_give() -> None:
    rng = np.random.default_rng(0)
    layer, x, dy = Linear(5, 3, rng), rng.normal(size=(4, 5)), rng.normal(size=(4, 3))
    with pytest.raises(RuntimeError, match="before any forward"):
        layer.backward(dy)

    def loss() -> float:
        return float((layer.forward(x) * dy).sum())

    loss()
    gradients = [layer.backward(dy), layer.weights_gradient, layer.biases_gradient]
    for array, gradient in zip((x, layer.weights, layer.biases), gradients, strict=True):
        for index in np.ndindex(array.shape):
            array[index] += 1e-4
            up = loss()
            array[index] -= 2e-4
            down = loss()
            array[index] += 1e-4
            assert (up - down) / 2e-4 == pytest.approx(gradient[index], rel=1e-6)


def test_softmax_cross_entropy_has_the_gradient_that_differences_give() -> None:
    rng = np.random.default_rng(0)
    logits, y = rng.normal(size=(4, 3)), np.array([0, 2, 1, 1])
    before = logits.copy()
    loss, gradient = softmax_cross_entropy(logits, y)
    probabilities = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    assert loss == pytest.approx(-np.log(probabilities[np.arange(4), y]).mean())
    np.testing.assert_array_equal(logits, before)
    for index in np.ndindex(logits.shape):
        up, down = logits.copy(), logits.copy()
        up[index] += 1e-4
        down[index] -= 1e-4
        difference = softmax_cross_entropy(up, y)[0] - softmax_cross_entropy(down, y)[0]
        assert difference / 2e-4 == pytest.approx(gradient[index], rel=1e-5, abs=1e-9)


def test_these_are_scikit_learns_diabetes_patients() -> None:
    x, y = load_diabetes(return_X_y=True, scaled=False)
    data = diabetes()
    np.testing.assert_array_equal(data.x, x)
    np.testing.assert_array_equal(data.y, y)
    assert list(data.names) == load_diabetes().feature_names
