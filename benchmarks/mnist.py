"""Dropout on MNIST: error with and without it, and what input dropout and max-norm add.

Run with `python benchmarks/mnist.py --data DIRECTORY`. Every network of `dropoutlab.networks` is
trained with the same seeds, epochs and learning rates. The numbers go into benchmarks/mnist.json
and from there into docs/mnist.md and docs/mnist.png; `--report` only writes these two again.

The settings were chosen with `--validate`, which trains on the first four fifths of the training
images, measures on the last fifth, does not look at the test images and writes no report.
"""

import json
import sys
from argparse import ArgumentDefaultsHelpFormatter, ArgumentParser, Namespace
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parent.parent))

import dropoutlab  # noqa: F401 - first, to limit numpy to one thread

# isort: split
import numpy as np
from numpy.typing import NDArray

from benchmarks import mnist_report
from benchmarks.machine import described
from dropoutlab.mnist import Mnist, download, load_mnist
from dropoutlab.networks import Network, fit

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "benchmarks" / "mnist.json"
RATES = (0.1, 0.03, 0.01)  # learning rates of the three stages of training
BATCH, MOMENTUM, P, INPUT_P, MAX_NORM = 100, 0.9, 0.5, 0.2, 2.0
WAYS: dict[str, dict[str, float]] = {
    "no dropout": {},
    "max-norm only": {"max_norm": MAX_NORM},
    "hidden": {"p": P},
    "hidden, max-norm": {"p": P, "max_norm": MAX_NORM},
    "hidden, input": {"p": P, "input_p": INPUT_P},
    "hidden, input, max-norm": {"p": P, "input_p": INPUT_P, "max_norm": MAX_NORM},
}


@dataclass
class Run:
    """What one network got wrong, in percent."""

    way: str
    seed: int
    test: float  # error on the test images
    train: float  # on the training images, as at inference
    masked: float  # on the training images with new masks, as it is while training
    epochs: list[int]
    curve: list[float]  # test error after these epochs


def error(network: Network, x: NDArray[np.float32], y: NDArray[np.int64]) -> float:
    return 100 * (1 - network.accuracy(x, y))


def masked_error(
    network: Network, data: Mnist, p: float, input_p: float, rng: np.random.Generator
) -> float:
    """The error on the training images with masks on, as a training loop would print it."""
    factors = [
        (rng.random((len(data.x_train), len(weights)), np.float32) >= rate) / np.float32(1 - rate)
        for rate, weights in zip(
            [input_p, *[p] * (len(network.weights) - 1)], network.weights, strict=True
        )
    ]
    chosen = network.logits(data.x_train, factors).argmax(axis=1)
    return 100 * float((chosen != data.y_train).mean())


def train(way: str, seed: int, data: Mnist, hidden: list[int], stages: list[int]) -> Run:
    """One network: the seed decides its first weights, the order of the images and the masks."""
    options = WAYS[way]
    rng = np.random.default_rng(seed)
    network = Network([data.x_train.shape[1], *hidden, 10], rng)
    network.weights = [weights.astype(np.float32) for weights in network.weights]
    network.biases = [biases.astype(np.float32) for biases in network.biases]
    epochs: list[int] = []
    curve: list[float] = []
    step = max(1, sum(stages) // 10)
    before = 0

    def after_epoch(epoch: int) -> None:
        if (before + epoch) % step == 0:
            epochs.append(before + epoch)
            curve.append(error(network, data.x_test, data.y_test))

    for length, rate in zip(stages, RATES, strict=True):
        fit(
            network,
            data.x_train,
            data.y_train,
            rng,
            epochs=length,
            batch_size=BATCH,
            learning_rate=rate,
            momentum=MOMENTUM,
            after_epoch=after_epoch,
            **options,
        )
        before += length
    masked = masked_error(network, data, options.get("p", 0), options.get("input_p", 0), rng)
    return Run(
        way,
        seed,
        error(network, data.x_test, data.y_test),
        error(network, data.x_train, data.y_train),
        masked,
        epochs,
        curve,
    )


def held_out(data: Mnist) -> Mnist:
    """The training images alone, their last fifth in the place of the test images."""
    cut = 4 * len(data.x_train) // 5
    x, y = data.x_train, data.y_train
    return Mnist(x[:cut], y[:cut], x[cut:], y[cut:])


def read_arguments() -> Namespace:
    parser = ArgumentParser(
        description=__doc__.split("\n")[0], formatter_class=ArgumentDefaultsHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="directory with MNIST's four files")
    parser.add_argument("--download", action="store_true", help="download MNIST into it first")
    parser.add_argument("--seeds", type=int, default=5, help="networks of each kind")
    parser.add_argument("--hidden", type=int, nargs="+", default=[512, 512], help="hidden units")
    parser.add_argument(
        "--epochs", type=int, nargs=3, default=[20, 10, 10], help=f"at learning rates {RATES}"
    )
    parser.add_argument("--validate", action="store_true", help="hold out training images instead")
    parser.add_argument("--report", action="store_true", help="train nothing, write the report")
    parser.add_argument("--record", type=Path, default=RECORD, help="where the numbers go")
    parser.add_argument("--out", type=Path, default=ROOT / "docs", help="where the report goes")
    arguments = parser.parse_args()
    if arguments.data is None and not arguments.report:
        parser.error("--data DIRECTORY is needed: where MNIST is, or is to be downloaded to")
    return arguments


def measure(arguments: Namespace, data: Mnist) -> dict[str, object]:
    """Train all networks; the numbers, and what they were measured with."""
    start, cpu = perf_counter(), process_time()
    runs = []
    for seed in range(arguments.seeds):
        for way in WAYS:
            runs.append(train(way, seed, data, arguments.hidden, arguments.epochs))
            print(
                f"seed {seed}  {way:24} test {runs[-1].test:5.2f} %  train {runs[-1].train:5.2f} %"
                f"  {perf_counter() - start:5.0f} s",
                flush=True,
            )
    return {
        "run": described("numpy"),
        "minutes": (perf_counter() - start) / 60,
        "cpu_minutes": (process_time() - cpu) / 60,
        "images": [len(data.x_train), len(data.x_test)],
        "hidden": arguments.hidden,
        "epochs": arguments.epochs,
        "rates": RATES,
        "batch": BATCH,
        "momentum": MOMENTUM,
        "p": P,
        "input_p": INPUT_P,
        "max_norm": MAX_NORM,
        "runs": [asdict(run) for run in runs],
    }


def main() -> None:
    arguments = read_arguments()
    if not arguments.report:
        try:
            if arguments.download:
                download(arguments.data)
            data = load_mnist(arguments.data)
        except (OSError, ValueError) as fault:
            sys.exit(str(fault))
        record = measure(arguments, held_out(data) if arguments.validate else data)
        if arguments.validate:
            return
        arguments.record.write_text(json.dumps(record, indent=1) + "\n")
    mnist_report.write(json.loads(arguments.record.read_text()), arguments.out)


if __name__ == "__main__":
    main()
