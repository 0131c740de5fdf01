"""Speed of this course's dropout layer and of a step of training, against PyTorch's.

Run with `python benchmarks/layers.py` after `pip install torch==2.13.0`, which nothing else here
needs. The layer is the author's solution of notebook 2, the step that of `dropoutlab.networks.fit`;
one thread each. Both sides take turns, and which goes first alternates. What is reported is the
median of the ratios of neighbours, in time of the processor, so that neither other programs nor a
machine that becomes slower for a while do much harm. The results become docs/layers.md.
"""

import sys
from argparse import ArgumentDefaultsHelpFormatter, ArgumentParser
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

import dropoutlab  # noqa: F401 - first, to limit numpy to one thread

# isort: split
import numpy as np

from benchmarks.machine import described
from dropoutlab.networks import Network, fit

ROOT = Path(__file__).resolve().parent.parent
P = 0.5
DTYPES = ("float32", "float64")
LAYERS = ((128, 256), (128, 1024), (1024, 1024))
STEPS = ((64, 128, 128, 10), (784, 256, 256, 10), (784, 1024, 1024, 10))
BATCH, BATCHES, RATE = 100, 5, 0.01

Work = Callable[[], object]


@dataclass
class Row:
    """How long one thing takes here and in PyTorch, and the quartiles of the ratio."""

    what: str
    ours: float  # seconds, the median
    theirs: float
    ratios: tuple[float, float, float]


def compare(what: str, ours: Work, theirs: Work, seconds: float) -> Row:
    """Take turns until about so many seconds are over, but at least 15 times."""
    ours(), theirs()
    start = perf_counter()
    ours(), theirs()
    turns = max(15, int(seconds / (perf_counter() - start)))
    pairs = []
    for turn in range(turns):
        taken = {}
        for work in (ours, theirs) if turn % 2 else (theirs, ours):
            start = process_time()
            work()
            taken[work] = process_time() - start
        pairs.append((taken[ours], taken[theirs]))
    low, middle, high = quantiles([a / b for a, b in pairs], n=4)
    return Row(what, median(a for a, _ in pairs), median(b for _, b in pairs), (low, middle, high))


def coin_rows(seconds: float) -> list[Row]:
    """The coins of a mask alone: as a boolean array here, as zeros and ones in PyTorch."""
    import torch

    rows = []
    for shape in LAYERS:
        rng = np.random.default_rng(0)
        coins = torch.empty(shape)
        name = f"{shape[0]} × {shape[1]}"

        def ours(rng=rng, shape=shape):
            return rng.random(shape) >= P

        def theirs(coins=coins):
            coins.bernoulli_(1 - P)

        rows.append(compare(name, ours, theirs, seconds))
    return rows


def layer_rows(seconds: float) -> tuple[list[Row], list[Row]]:
    """The layer: forward alone, and forward with backward."""
    import torch

    from tests.answers import define

    layer_class = define()["Dropout"]
    forward, both = [], []
    for shape in LAYERS:
        for dtype in DTYPES:
            rng = np.random.default_rng(0)
            x, dy = (rng.normal(size=shape).astype(dtype) for _ in range(2))
            ours, theirs = layer_class(P, rng), torch.nn.Dropout(P)
            x_torch, dy_torch = torch.from_numpy(x).requires_grad_(), torch.from_numpy(dy)
            repeats = max(1, 2**18 // x.size)

            def numpy_forward(ours=ours, x=x, repeats=repeats):
                for _ in range(repeats):
                    ours.forward(x)

            def torch_forward(theirs=theirs, x=x_torch, repeats=repeats):
                for _ in range(repeats):
                    theirs(x)

            def numpy_both(ours=ours, x=x, dy=dy, repeats=repeats):
                for _ in range(repeats):
                    ours.forward(x)
                    dy * ours.mask

            def torch_both(theirs=theirs, x=x_torch, dy=dy_torch, repeats=repeats):
                for _ in range(repeats):
                    torch.autograd.grad(theirs(x), x, dy)

            name = f"{shape[0]} × {shape[1]}, {dtype}"
            for rows, works in (
                (forward, (numpy_forward, torch_forward)),
                (both, (numpy_both, torch_both)),
            ):
                row = compare(name, *works, seconds)
                rows.append(Row(name, row.ours / repeats, row.theirs / repeats, row.ratios))
    return forward, both


def step_rows(seconds: float) -> list[Row]:
    """A step of SGD with momentum on a network with dropout after its hidden layers."""
    rows = []
    for sizes in STEPS:
        for dtype in DTYPES:
            rng = np.random.default_rng(0)
            x = rng.random((BATCH * BATCHES, sizes[0])).astype(dtype)
            y = rng.integers(0, sizes[-1], len(x))
            network = Network(sizes, rng)
            network.weights = [weights.astype(dtype) for weights in network.weights]
            network.biases = [biases.astype(dtype) for biases in network.biases]

            def ours(network=network, x=x, y=y, rng=rng):
                options = {"batch_size": BATCH, "learning_rate": RATE, "momentum": 0.9}
                fit(network, x, y, rng, p=P, epochs=1, **options)

            name = f"{'–'.join(map(str, sizes))}, {dtype}"
            agree(network, x, y)
            row = compare(name, ours, torch_epoch(network, x, y)[1], seconds)
            rows.append(Row(name, row.ours / BATCHES, row.theirs / BATCHES, row.ratios))
    return rows


def agree(network: Network, x: np.ndarray, y: np.ndarray) -> None:
    """Without dropout, a step on all images leads both sides to the same weights."""
    ours = deepcopy(network)
    fit(ours, x, y, np.random.default_rng(0), epochs=1, batch_size=len(x), learning_rate=RATE)
    model, epoch = torch_epoch(network, x, y, p=0.0, batch=len(x))
    epoch()
    for weights, layer in zip(ours.weights, model[::3], strict=True):
        np.testing.assert_allclose(weights.T, layer.weight.detach().numpy(), rtol=0, atol=1e-5)


def torch_epoch(
    network: Network, x: np.ndarray, y: np.ndarray, p: float = P, batch: int = BATCH
) -> tuple[Any, Work]:
    """A copy of the network in PyTorch, and what `fit` does in an epoch."""
    import torch

    modules: list[torch.nn.Module] = []
    for weights, biases in zip(network.weights, network.biases, strict=True):
        linear = torch.nn.Linear(*weights.shape, dtype=torch.from_numpy(weights).dtype)
        linear.weight.data = torch.from_numpy(weights.T.copy())
        linear.bias.data = torch.from_numpy(biases.copy())
        modules += [linear, torch.nn.ReLU(), torch.nn.Dropout(p)]
    model = torch.nn.Sequential(*modules[:-2])
    images, labels = torch.from_numpy(x), torch.from_numpy(y)

    def epoch() -> None:
        optimiser = torch.optim.SGD(model.parameters(), lr=RATE, momentum=0.9)
        order = torch.randperm(len(images))
        for start in range(0, len(images), batch):
            rows = order[start : start + batch]
            optimiser.zero_grad()
            torch.nn.functional.cross_entropy(model(images[rows]), labels[rows]).backward()
            optimiser.step()

    return model, epoch


def table(rows: list[Row]) -> str:
    head = "| size, dtype | here, ms | PyTorch, ms | ratio | middle half of ratios |\n"
    return (
        head
        + "|:---|---:|---:|---:|:---|\n"
        + "\n".join(
            f"| {row.what} | {1e3 * row.ours:.3g} | {1e3 * row.theirs:.3g} | "
            f"{row.ratios[1]:.2f} | {row.ratios[0]:.2f} to {row.ratios[2]:.2f} |"
            for row in rows
        )
    )


def spread(rows: list[Row]) -> str:
    """The smallest and the largest ratio of a table, as words."""
    ratios = [row.ratios[1] for row in rows]
    return f"{min(ratios):.2f} to {max(ratios):.2f}"


def share(parts: list[float], wholes: list[float]) -> str:
    shares = [part / whole for part, whole in zip(parts, wholes, strict=True)]
    return f"{min(shares):.0%} to {max(shares):.0%}"


REPORT = """# Speed of the layers

Written by `benchmarks/layers.py`. A ratio is our time over PyTorch's on the same CPU with one
thread each: 2 means that ours takes twice as long. Times, which are the processor's, and ratios are
medians of at least 15 turns; a ratio is always of two neighbours. p = {p}.

## The dropout layer

The author's `Dropout` of notebook 2 against `torch.nn.Dropout`, both in training mode.

### Forward

Ratios from {forward_spread}.

{forward}

### Forward and backward

Ratios from {both_spread}. Our backward is one product with the mask; PyTorch's goes through
autograd.

{both}

### The coins alone

`rng.random(shape) >= p` against `bernoulli_`, which is what PyTorch's layer calls. Ratios from
{coins_spread}. Compared with the float32 layers above, the coins are {ours_share} of our forward's
time and {theirs_share} of PyTorch's: what the two differ in is how they throw coins on a CPU.

{coins}

## A step of training

A network with ReLU and dropout after its hidden layers, softmax cross-entropy, batches of {batch},
SGD with momentum: `dropoutlab.networks.fit` against `torch.nn.Sequential` and `torch.optim.SGD`,
per step. Ratios from {steps_spread}. Before it is timed, both sides take the same step without
dropout and must reach the same weights.

{steps}

## What this says

Nothing about PyTorch on other hardware or with more threads, for which it is made. Ours draws a
uniform number in double precision for every entry and makes new arrays at each step: it is written
to be read, and quick enough that no exercise makes you wait for it.

{run}
"""


def main() -> None:
    parser = ArgumentParser(
        description=__doc__.split("\n")[0], formatter_class=ArgumentDefaultsHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=2.0, help="for each row of a table")
    parser.add_argument("--out", type=Path, default=ROOT / "docs", help="where layers.md goes")
    arguments = parser.parse_args()
    try:
        import torch
    except ModuleNotFoundError:
        sys.exit("PyTorch is not installed: pip install torch==2.13.0 into this environment.")
    torch.set_num_threads(1)
    forward, both = layer_rows(arguments.seconds)
    coins, steps = coin_rows(arguments.seconds), step_rows(arguments.seconds)
    report = REPORT.format(
        p=P,
        batch=BATCH,
        forward=table(forward),
        both=table(both),
        coins=table(coins),
        steps=table(steps),
        forward_spread=spread(forward),
        both_spread=spread(both),
        coins_spread=spread(coins),
        ours_share=share([row.ours for row in coins], [row.ours for row in forward[::2]]),
        theirs_share=share([row.theirs for row in coins], [row.theirs for row in forward[::2]]),
        steps_spread=spread(steps),
        run=described("numpy", "torch"),
    )
    (arguments.out / "layers.md").write_text(report)
    print(report)


if __name__ == "__main__":
    main()
