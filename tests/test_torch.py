"""The author's answers agree with PyTorch wherever it has the same thing."""

from typing import Any

import numpy as np
import pytest

from tests.answers import define

torch = pytest.importorskip("torch", reason="PyTorch is not installed, so nothing to compare with")

FORWARD = define("2-forward-pass")
A = define("4-variants")
PS = (0.1, 0.3, 0.75)


def generators(seed: int) -> tuple[Any, np.random.Generator]:
    torch.manual_seed(seed)
    return torch, np.random.default_rng(seed)


def values_of(y: Any) -> list[float]:
    return sorted({round(float(value), 5) for value in np.asarray(y).ravel()})


@pytest.mark.parametrize("p", PS)
def test_dropout_has_the_values_of_torch(p: float) -> None:
    _, rng = generators(0)
    x = np.ones((200, 100), dtype=np.float32)
    theirs = torch.nn.functional.dropout(torch.from_numpy(x), p, training=True).numpy()
    ours, mask = FORWARD["dropout_forward"](x, p, True, rng)
    assert values_of(ours) == values_of(theirs)
    assert ours.dtype == theirs.dtype
    assert (ours == 0).mean() == pytest.approx((theirs == 0).mean(), abs=0.02)
    np.testing.assert_array_equal(ours, x * mask)


def test_dropout_has_the_gradient_of_torch() -> None:
    rng = np.random.default_rng(1)
    x = torch.from_numpy(rng.normal(size=(30, 20))).requires_grad_()
    dy = rng.normal(size=(30, 20))
    y = torch.nn.functional.dropout(x, 0.4, training=True)
    y.backward(torch.from_numpy(dy))
    mask = np.where(y.detach().numpy() == 0, 0.0, 1 / 0.6)
    np.testing.assert_allclose(A["dropout_backward"](dy, mask), x.grad.numpy())


@pytest.mark.parametrize("layer", ["Dropout", "Dropout1d", "Dropout2d", "AlphaDropout"])
def test_at_inference_and_at_the_edges_nothing_is_left_to_chance(layer: str) -> None:
    _, rng = generators(0)
    ours = {
        "Dropout": FORWARD["dropout_forward"],
        "Dropout1d": A["spatial_dropout"],
        "Dropout2d": A["spatial_dropout"],
        "AlphaDropout": A["alpha_dropout"],
    }[layer]
    x = rng.normal(size=(4, 3, 5, 1 if layer == "Dropout1d" else 2))
    for p, training in ((0.3, False), (0.0, True), (1.0, True)):
        module = getattr(torch.nn, layer)(p).train(training)
        given = torch.from_numpy(x[..., 0] if layer == "Dropout1d" else x)
        theirs = module(given).numpy().reshape(x.shape)
        np.testing.assert_allclose(ours(x, p, training, rng)[0], theirs, atol=1e-12)


@pytest.mark.parametrize("p", PS)
@pytest.mark.parametrize("layer", ["Dropout1d", "Dropout2d"])
def test_spatial_dropout_drops_channels_as_torch_does(p: float, layer: str) -> None:
    _, rng = generators(2)
    x = np.ones((60, 50, 4, 3))
    ours, _ = A["spatial_dropout"](x, p, True, rng)
    flat = torch.from_numpy(x.reshape(60, 50, 12))
    given = flat if layer == "Dropout1d" else torch.from_numpy(x)
    theirs = getattr(torch.nn, layer)(p)(given).numpy().reshape(x.shape)
    for y in (ours, theirs):
        channels = y.reshape(60, 50, -1)
        assert (channels == channels[:, :, :1]).all()
        assert (channels[:, :, 0] == 0).mean() == pytest.approx(p, abs=0.05)
        assert (channels[:, :, 0] != channels[:1, :, 0]).any()
    assert values_of(ours) == values_of(theirs)


@pytest.mark.parametrize("p", PS)
def test_alpha_dropout_maps_kept_and_dropped_values_as_torch_does(p: float) -> None:
    _, rng = generators(3)
    x = rng.normal(size=(100, 100))
    given = torch.from_numpy(x).requires_grad_()
    theirs = torch.nn.functional.alpha_dropout(given, p, training=True)
    theirs.sum().backward()
    slope = given.grad.numpy()
    ours, our_slope = A["alpha_dropout"](x, p, True, rng)
    found = []
    for y, s in ((ours, our_slope), (theirs.detach().numpy(), slope)):
        kept = s != 0
        assert kept.mean() == pytest.approx(1 - p, abs=0.03)
        a, b = np.polyfit(x[kept], y[kept], 1)
        found.append((a, b, np.ptp(y[~kept]), y[~kept][0], s[kept][0]))
    np.testing.assert_allclose(found[0], found[1], atol=1e-6)


@pytest.mark.parametrize("p", PS)
def test_feature_alpha_dropout_has_the_same_constants_for_channels(p: float) -> None:
    _, rng = generators(4)
    x = rng.normal(size=(40, 30, 6))
    theirs = torch.nn.FeatureAlphaDropout(p)(torch.from_numpy(x)).numpy()
    off, q = -A["SELU_SCALE"] * A["SELU_ALPHA"], 1 - p
    ones = np.linspace(0.5, 2.0, 1000)
    y, slope = A["alpha_dropout"](ones, p, True, rng)
    a, dropped = slope.max(), y[slope == 0][0]
    channel_dropped = np.isclose(theirs, dropped, atol=1e-6).all(axis=2)
    assert channel_dropped.mean() == pytest.approx(p, abs=0.08)
    np.testing.assert_allclose(
        theirs[~channel_dropped], (a * x - a * p * off)[~channel_dropped], atol=1e-6
    )
    assert a == pytest.approx((q + p * q * off**2) ** -0.5)


def test_selu_is_that_of_torch() -> None:
    z = np.linspace(-6, 6, 101)
    np.testing.assert_allclose(A["selu"](z), torch.selu(torch.from_numpy(z)).numpy(), atol=1e-12)


def test_dropconnect_has_the_gradients_of_torch() -> None:
    rng = np.random.default_rng(5)
    x, w, b = rng.normal(size=(7, 5)), rng.normal(size=(5, 4)), rng.normal(size=4)
    z, keep_w, keep_b = A["dropconnect_forward"](x, w, b, 0.4, rng)
    tensors = [torch.from_numpy(array).requires_grad_() for array in (x, w, b)]
    masked = torch.from_numpy(keep_w) * tensors[1]
    theirs = torch.einsum("ni,nij->nj", tensors[0], masked) + torch.from_numpy(keep_b) * tensors[2]
    np.testing.assert_allclose(z, theirs.detach().numpy())
    dz = rng.normal(size=z.shape)
    theirs.backward(torch.from_numpy(dz))
    ours = A["dropconnect_backward"](dz, x, w, keep_w, keep_b)
    for gradient, tensor in zip(ours, tensors, strict=True):
        np.testing.assert_allclose(gradient, tensor.grad.numpy(), atol=1e-12)


# What PyTorch does not have is compared with closed forms.


def test_matched_moments_give_the_mean_of_a_rectified_gaussian() -> None:
    from statistics import NormalDist

    rng, normal = np.random.default_rng(6), NormalDist()
    x, w, b = rng.normal(size=(3, 8)), rng.normal(size=(8, 2)), rng.normal(size=2)
    found = A["dropconnect_inference"](x, w, b, 0.3, 200_000, rng)
    mean = 0.7 * (x @ w + b)
    deviation = np.sqrt(0.21 * (x**2 @ w**2 + b**2))
    for place in np.ndindex(*found.shape):
        m, s = mean[place], deviation[place]
        assert found[place] == pytest.approx(
            m * normal.cdf(m / s) + s * normal.pdf(m / s), abs=0.03
        )


@pytest.mark.parametrize(("size", "block"), [((8, 8), 3), ((16, 16), 7), ((5, 9), 2)])
def test_dropblock_drops_the_share_that_overlapping_squares_leave(
    size: tuple[int, int], block: int
) -> None:
    p, (height, width) = 0.25, size
    x = np.ones((300, 20, *size))
    dropped = A["dropblock"](x, p, block, True, np.random.default_rng(7))[1] == 0
    rows, columns = height - block + 1, width - block + 1
    gamma = p / block**2 * height * width / (rows * columns)
    over = np.zeros(size)
    for i in range(block):
        for j in range(block):
            over[i : i + rows, j : j + columns] += 1
    expected = 1 - (1 - gamma) ** over
    assert dropped.mean() == pytest.approx(expected.mean(), abs=0.01)
    np.testing.assert_allclose(dropped.mean(axis=(0, 1)), expected, atol=0.05)


def test_dropblock_with_one_entry_or_the_whole_map() -> None:
    rng, x = np.random.default_rng(8), np.ones((100, 60, 4, 4))
    single = A["dropblock"](x, 0.3, 1, True, rng)[1] == 0
    assert single.mean() == pytest.approx(0.3, abs=0.01)
    whole = A["dropblock"](x, 0.3, 4, True, rng)[1] == 0
    assert (whole == whole[:, :, :1, :1]).all()
    assert whole.mean() == pytest.approx(0.3, abs=0.03)


@pytest.mark.parametrize("p", PS)
def test_gaussian_noise_has_the_moments_of_a_mask(p: float) -> None:
    rng, x = np.random.default_rng(9), np.ones(400_000)
    noise, mask = (
        A["gaussian_dropout"](x, p, True, rng)[1],
        A["dropout_forward"](x, p, True, rng)[1],
    )
    assert noise.mean() == pytest.approx(mask.mean(), abs=0.02)
    assert noise.var() == pytest.approx(mask.var(), rel=0.02)
