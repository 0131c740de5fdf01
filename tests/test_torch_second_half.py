"""The reference solutions of the second half of the variants against PyTorch and closed forms.

Masks differ between the two generators, so PyTorch gets the masks that the solution has drawn.
"""

from typing import Any

import numpy as np
import pytest

from tests.answers import define

A = define("4-variants")
torch = pytest.importorskip("torch", reason="PyTorch is not installed; nothing to compare with")


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def tensor(array: Any) -> Any:
    return torch.tensor(np.asarray(array, dtype=np.float64))


def test_the_rnn_is_torchs_rnn_without_dropout() -> None:
    x, w_x, w_h, b = (rng(1).normal(size=s) / 3 for s in ((4, 6, 3), (3, 5), (5, 5), (5,)))
    layer = torch.nn.RNN(3, 5, batch_first=True, dtype=torch.float64)
    with torch.no_grad():
        layer.weight_ih_l0.copy_(tensor(w_x.T))
        layer.weight_hh_l0.copy_(tensor(w_h.T))
        layer.bias_ih_l0.copy_(tensor(b))
        layer.bias_hh_l0.zero_()
        wanted, _ = layer(tensor(x))
    for p, training in ((0.4, False), (0.0, True)):
        h, *_ = A["variational_rnn"](x, w_x, w_h, b, p, training, rng())
        np.testing.assert_allclose(h, wanted.numpy(), atol=1e-12)


def test_the_rnn_is_torchs_cell_with_masked_inputs() -> None:
    x, w_x, w_h, b = (rng(2).normal(size=s) / 3 for s in ((4, 6, 3), (3, 5), (5, 5), (5,)))
    h, mask_x, mask_h = A["variational_rnn"](x, w_x, w_h, b, 0.4, True, rng(3))
    cell = torch.nn.RNNCell(3, 5, dtype=torch.float64)
    with torch.no_grad():
        cell.weight_ih.copy_(tensor(w_x.T))
        cell.weight_hh.copy_(tensor(w_h.T))
        cell.bias_ih.copy_(tensor(b))
        cell.bias_hh.zero_()
        state = torch.zeros(4, 5, dtype=torch.float64)
        for t in range(6):
            state = cell(tensor(x[:, t] * mask_x), state * tensor(mask_h))
            np.testing.assert_allclose(h[:, t], state.numpy(), atol=1e-12)


def test_the_step_is_torchs_lstm_cell_at_inference() -> None:
    n, units = 5, 4
    cell = torch.nn.LSTMCell(3, units, dtype=torch.float64)
    x, h, c = (torch.randn(n, size, dtype=torch.float64) for size in (3, units, units))
    with torch.no_grad():
        z = x @ cell.weight_ih.T + cell.bias_ih + h @ cell.weight_hh.T + cell.bias_hh
        i, f, g, o = z.chunk(4, dim=1)  # torch's order
        gates = [torch.sigmoid(i), torch.sigmoid(f), torch.sigmoid(o), torch.tanh(g)]
        wanted = cell(x, (h, c))
    found = A["recurrent_dropout_step"](*(v.numpy() for v in (*gates, c)), 0.3, False, rng())
    for ours, theirs in zip(found, wanted, strict=True):
        np.testing.assert_allclose(ours, theirs.numpy(), atol=1e-12)


@pytest.mark.parametrize("masked", [False, True])
def test_attention_is_torchs_without_dropout(masked: bool) -> None:
    q, k, v = (rng(4).normal(size=(3, 7, 8)) for _ in range(3))
    scores = q @ k.swapaxes(1, 2) / np.sqrt(8)
    if masked:
        scores[:, np.triu(np.ones((7, 7), dtype=bool), k=1)] = -np.inf
    wanted = torch.nn.functional.scaled_dot_product_attention(
        tensor(q), tensor(k), tensor(v), is_causal=masked, dropout_p=0.0
    )
    for p, training in ((0.3, False), (0.0, True)):
        output, _ = A["attention_dropout"](scores, v, p, training, rng())
        np.testing.assert_allclose(output, wanted.numpy(), atol=1e-12)


def test_attention_with_dropout_is_softmax_then_mask_then_values() -> None:
    scores, values = rng(5).normal(size=(3, 7, 9)), rng(6).normal(size=(3, 9, 4))
    output, weights = A["attention_dropout"](scores, values, 0.3, True, rng(7))
    mask = tensor((weights != 0) / 0.7)
    wanted = (torch.softmax(tensor(scores), dim=-1) * mask) @ tensor(values)
    np.testing.assert_allclose(output, wanted.numpy(), atol=1e-12)


def test_attention_drops_as_torch_does_on_average() -> None:
    """Both have the mean of plain attention and the same variance, over 20,000 heads."""
    heads = 20_000
    scores = np.tile(rng(8).normal(size=(1, 1, 4)), (heads, 1, 1))
    values = np.tile(rng(9).normal(size=(1, 4, 1)), (heads, 1, 1))
    ours, _ = A["attention_dropout"](scores, values, 0.3, True, rng(10))
    torch.manual_seed(0)
    # Keys are unit vectors, so the scores are the queries times the scale, which is 1/2.
    keys = np.tile(np.eye(4)[None], (heads, 1, 1))
    theirs = torch.nn.functional.scaled_dot_product_attention(
        tensor(2 * scores), tensor(keys), tensor(values), dropout_p=0.3
    ).numpy()
    assert ours.mean() == pytest.approx(theirs.mean(), abs=6 * ours.std() / heads**0.5 * 2**0.5)
    assert ours.std() == pytest.approx(theirs.std(), rel=0.06)


def test_todays_stochastic_depth_is_drop_path() -> None:
    """timm's drop_path, written out: x.div(keep) * floor(keep + uniform), one for each example."""
    x, p, keep = rng(11).normal(size=(64, 3, 5)), 0.4, 0.6
    y = A["stochastic_depth"](x, np.cos, p, "today", True, rng(12))
    uniform = rng(12).random((64, 1, 1))
    coins = torch.floor(keep + tensor(uniform))
    wanted = tensor(x) + torch.cos(tensor(x)) / keep * coins
    np.testing.assert_allclose(y, wanted.numpy(), atol=1e-12)


@pytest.mark.parametrize("form", ["paper", "today"])
def test_training_and_inference_of_a_block_agree_on_average(form: str) -> None:
    x, p, runs = np.full((1000, 1), 3.0), 0.3, 400
    generator = rng(13)
    mean = np.mean([
        A["stochastic_depth"](x, lambda x: x - 1, p, form, True, generator).mean()
        for _ in range(runs)
    ])  # fmt: skip
    wanted = A["stochastic_depth"](x, lambda x: x - 1, p, form, False, generator).mean()
    assert mean == pytest.approx(wanted, abs=0.35 if form == "paper" else 0.01)


def test_the_expected_depth_is_the_papers() -> None:
    for n_blocks in (6, 54):
        assert (1 - A["drop_rates"](n_blocks, 0.5)).sum() == pytest.approx((3 * n_blocks - 1) / 4)


@pytest.mark.parametrize("temperature", [0.1, 0.5, 2.0])
def test_concrete_noise_is_torchs_relaxed_bernoulli(temperature: float) -> None:
    p, x = 0.2, np.ones(50_000)
    _, z = A["concrete_dropout"](x, p, temperature, True, rng(14))
    relaxed = torch.distributions.RelaxedBernoulli(torch.tensor(temperature), torch.tensor(p))
    torch.manual_seed(1)
    theirs = relaxed.sample((50_000,)).numpy()
    for level in (0.01, 0.1, 0.5, 0.9, 0.99):
        assert (z > level).mean() == pytest.approx((theirs > level).mean(), abs=0.015)


def test_the_gradient_by_p_is_torchs() -> None:
    """d mean(y²) / d p with u fixed: numerically with our function, by autograd in torch."""
    x, temperature, p, eps = rng(15).normal(size=500), 0.4, 0.3, 1e-6

    def loss(p: float) -> float:
        y, _ = A["concrete_dropout"](x, p, temperature, True, rng(16))
        return float((y**2).mean())

    u, drop = tensor(rng(16).random(500)), torch.tensor(p, dtype=torch.float64, requires_grad=True)
    z = torch.sigmoid((torch.logit(drop) + torch.logit(u)) / temperature)
    ((tensor(x) * (1 - z) / (1 - drop)) ** 2).mean().backward()
    numerical = (loss(p + eps) - loss(p - eps)) / (2 * eps)
    assert numerical == pytest.approx(float(drop.grad), rel=1e-6)


def test_the_regularizer_and_its_gradient_by_p_are_torchs() -> None:
    weights, p, eps = rng(17).normal(size=(7, 3)), 0.2, 1e-6
    regularizer = A["concrete_regularizer"]
    drop = torch.tensor(p, dtype=torch.float64, requires_grad=True)
    entropy = torch.distributions.Bernoulli(probs=drop).entropy()
    wanted = 0.3 * (tensor(weights) ** 2).sum() / (1 - drop) - 0.4 * 7 * entropy
    wanted.backward()
    assert regularizer(weights, p, 0.3, 0.4) == pytest.approx(float(wanted.detach()), rel=1e-6)
    slope = (regularizer(weights, p + eps, 0.3, 0.4) - regularizer(weights, p - eps, 0.3, 0.4)) / (
        2 * eps
    )
    assert slope == pytest.approx(float(drop.grad), rel=1e-5)


def test_kingmas_kl_is_the_integral_up_to_a_constant() -> None:
    """KL = E log|e| - log(alpha) / 2 + constant with e from N(1, alpha), here by simulation."""
    noise = rng(18).normal(size=1_000_000)
    p = np.array([0.05, 0.1, 0.2, 0.3, 0.4, 0.5])
    alpha = p / (1 - p)
    exact = np.array([np.log(np.abs(1 + a**0.5 * noise)).mean() - np.log(a) / 2 for a in alpha])
    difference = A["kingma_kl"](p) - exact
    assert np.ptp(difference) < 0.04
