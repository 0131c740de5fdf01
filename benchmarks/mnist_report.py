"""The report of `benchmarks/mnist.py`: its tables, its picture, and its words, from its numbers."""

from pathlib import Path
from textwrap import fill
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dropoutlab.figures import BLUE, GREY, ORANGE, VERMILION, Picture, styled

PLAIN, HIDDEN, ALL = "no dropout", "hidden", "hidden, input, max-norm"
Record = dict[str, Any]
Values = NDArray[np.float64]

# Srivastava et al. (2014), table 2: test errors in percent on all of MNIST, permutation invariant.
PAPER = (
    ("no dropout (Simard et al. 2003)", "logistic, 2 layers, 800 units", 1.60),
    ("dropout", "logistic, 3 layers, 1024 units", 1.35),
    ("dropout", "ReLU, 3 layers, 1024 units", 1.25),
    ("dropout, max-norm", "ReLU, 3 layers, 1024 units", 1.06),
    ("dropout, max-norm", "ReLU, 3 layers, 2048 units", 1.04),
    ("dropout, max-norm", "ReLU, 2 layers, 4096 units", 1.01),
    ("dropout, max-norm", "ReLU, 2 layers, 8192 units", 0.95),
)
# "Typical results on MNIST" of the blog article among the course's seeds, as errors in percent.
BLOG = {"without": {"train": 0.5, "test": 2.2}, "with": {"train": 1.8, "test": 1.6}}

EFFECTS = (
    ("dropout of hidden units", PLAIN, HIDDEN),
    ("dropout of hidden units", "max-norm only", "hidden, max-norm"),
    ("dropout of inputs", HIDDEN, "hidden, input"),
    ("dropout of inputs", "hidden, max-norm", ALL),
    ("max-norm", PLAIN, "max-norm only"),
    ("max-norm", HIDDEN, "hidden, max-norm"),
    ("max-norm", "hidden, input", ALL),
)


def write(record: Record, out: Path) -> None:
    """Write mnist.md and mnist.png into a directory."""
    picture = draw(record)
    (out / "mnist.png").write_bytes(picture.png())
    (out / "mnist.md").write_text(report(record, picture.alt))


def values(record: Record, way: str, what: str) -> Values:
    """One number for each seed."""
    return np.array([run[what] for run in record["runs"] if run["way"] == way])


def ways(record: Record) -> list[str]:
    return list(dict.fromkeys(run["way"] for run in record["runs"]))


def spread(numbers: Values) -> str:
    deviation = f" ± {numbers.std(ddof=1):.2f}" if len(numbers) > 1 else ""
    return f"{numbers.mean():.2f}{deviation}"


def change(record: Record, before: str, after: str) -> str:
    """The cells of a table: how much the test error changes, and with how many seeds it falls."""
    change = values(record, after, "test") - values(record, before, "test")
    falls = f"{int((change < 0).sum())} of {len(change)}"
    cells = f"{change.mean():+.2f} | {change.min():+.2f} to {change.max():+.2f}"
    return f"{cells.replace('-', '−')} | {falls}"


def fewer(before: float, after: float) -> str:
    """Two errors compared in words."""
    share = (before - after) / before
    return f"{abs(share):.0%} {'fewer' if share >= 0 else 'more'} errors"


def table(head: str, align: str, rows: list[str]) -> str:
    return "\n".join([f"| {head} |", f"|{align}|", *(f"| {row} |" for row in rows)])


def report(record: Record, alt: str) -> str:
    """The whole text."""
    plain, best = (values(record, way, "test").mean() for way in (PLAIN, ALL))
    n_test = record["images"][1]
    errors = [
        f"{way} | {spread(values(record, way, 'test'))} | {spread(values(record, way, 'train'))} "
        f"| {spread(values(record, way, 'masked'))}"
        for way in ways(record)
    ]
    effects = [
        f"{what} | {before} | {change(record, before, after)}" for what, before, after in EFFECTS
    ]
    paper = [
        f"{what} | {units} | {error:.2f} | {fewer(PAPER[0][2], error) if number else ''}"
        for number, (what, units, error) in enumerate(PAPER)
    ]
    blocks = [
        "# Dropout on MNIST",
        """Does dropout lower the test error on clean digits, and do dropout of the inputs and
        max-norm add to it? Written by `benchmarks/mnist.py`, which measures it with
        `dropoutlab.networks`.""",
        _settings(record),
        "## Errors",
        """In percent, mean and standard deviation over networks. The last column is measured as
        many a training loop prints it, with masks on.""",
        table("network | test | training | training, masks on", ":---|---:|---:|---:", errors),
        _always_lower(record),
        f"![{alt}](mnist.png)",
        _slow(record),
        "## What each ingredient changes",
        """The change of the test error in points when one thing is added, for networks of the same
        seed: mean, range, and with how many seeds the error becomes lower.""",
        table("added | to | mean | range | lower with", ":---|:---|---:|:---|:---", effects),
        f"""A tenth of a point is {n_test // 1000} of {n_test:,} images: do not read much into a
        change of that size.""",
        "## Beside the paper",
        """Srivastava et al. (2014, table 2) report for all 60,000 training images, with larger
        networks that are trained for longer:""",
        table(
            "network | hidden units | test error, % | compared to the first",
            ":---|:---|---:|:---",
            paper,
        ),
        f"""Here dropout of hidden units and inputs with max-norm makes **{fewer(plain, best)}**
        than no dropout, {plain:.2f}% to {best:.2f}%. {_direction(record)}""",
        _sizes(record),
        "## Beside the blog",
        f"""One of the documents that this course grew from gives "typical results on MNIST"
        without a run behind them: without dropout {BLOG["without"]["train"]:g}% training and
        {BLOG["without"]["test"]:g}% validation error, with it {BLOG["with"]["train"]:g}% and
        {BLOG["with"]["test"]:g}%.""",
        *_blog(record),
        "## The run",
        f"""{record["run"]} {record["minutes"]:.1f} minutes, {record["cpu_minutes"]:.1f} of the
        processor's. The numbers of each network are in [mnist.json](../benchmarks/mnist.json).""",
    ]
    return "\n\n".join(map(wrapped, blocks)) + "\n"


def wrapped(block: str) -> str:
    """A paragraph in lines of 100 characters; tables, pictures and headings as they are."""
    if block.startswith(("|", "!", "#")):
        return block
    return fill(" ".join(block.split()), 100, break_long_words=False, break_on_hyphens=False)


def _settings(record: Record) -> str:
    n_train, n_test = record["images"]
    stages = zip(record["epochs"], record["rates"], strict=True)
    first, second, last = (f"{epochs} epochs at {rate:g}" for epochs, rate in stages)
    return f"""{n_train:,} training and {n_test:,} test images,
        {" and ".join(map(str, record["hidden"]))} hidden ReLU units,
        {len(values(record, PLAIN, "test"))} networks of each kind. Where it is on, dropout has
        p = {record["p"]:g} for hidden units and p = {record["input_p"]:g} for inputs, and max-norm
        lets the weights into a unit be {record["max_norm"]:g} long. All are trained alike, by SGD
        with momentum {record["momentum"]:g} and batches of {record["batch"]}: {first}, {second}
        and {last}. These settings were chosen on held-out training images (`--validate`), not on
        the test images, and not tuned for each kind apart."""


def _always_lower(record: Record) -> str:
    plain = values(record, PLAIN, "test")
    lower = [way for way in ways(record) if (values(record, way, "test") < plain).all()]
    return f"Below {PLAIN} with every seed: {'; '.join(lower) or 'none of them'}."


def _slow(record: Record) -> str:
    """How much the small learning rates at the end are worth, with and without dropout."""
    falls = {}
    for way in (PLAIN, ALL):
        runs = [run for run in record["runs"] if run["way"] == way]
        first = [number for number in runs[0]["epochs"] if number <= record["epochs"][0]]
        before = np.mean([run["curve"][len(first) - 1] for run in runs])
        falls[way] = before - values(record, way, "test").mean()
    return f"""From the end of the first stage, at the large learning rate, to the end of training
        the test error falls by {falls[PLAIN]:.2f} points for {PLAIN} and by {falls[ALL]:.2f} for
        {ALL}: the noise of its masks needs small steps in the end. Srivastava et al. (2014) find
        that dropout takes two to three times as long to train; here it gets no more time."""


def _direction(record: Record) -> str:
    change = values(record, ALL, "test") - values(record, PLAIN, "test")
    lower, n = int((change < 0).sum()), len(change)
    verdict = "is the paper's" if change.mean() < 0 else "is **not** the paper's"
    return f"The direction {verdict}: the error is lower with {lower} of {n} seeds."


def _sizes(record: Record) -> str:
    n_train = record["images"][0]
    part = f"""With {n_train:,} of 60,000 training images all errors are larger than the paper's, so
        that only directions and shares can be set side by side."""
    return f"""{part if n_train < 60_000 else ""} The paper's first row is another network than its
        others, with other units and by other authors, so its shares are not the effect of dropout
        alone; ours compare networks that differ in nothing else."""


def _blog(record: Record) -> tuple[str, str]:
    plain, hidden = (
        {what: values(record, way, what).mean() for what in ("test", "train", "masked")}
        for way in (PLAIN, HIDDEN)
    )
    change = values(record, HIDDEN, "test") - values(record, PLAIN, "test")
    lower, n = int((change < 0).sum()), len(change)
    seeds = "every seed" if lower == n else f"{lower} of {n} seeds"
    side, masked_side = (
        "below" if hidden[what] < hidden["test"] else "above" for what in ("train", "masked")
    )
    return (
        f"""Its size: with dropout of hidden units and nothing else the test error here goes from
        {plain["test"]:.2f}% to {hidden["test"]:.2f}%, {fewer(plain["test"], hidden["test"])}, and
        is lower with {seeds}. The blog's numbers would be
        {fewer(BLOG["without"]["test"], BLOG["with"]["test"])}.""",
        f"""Its shape: with dropout the blog's training error lies above its validation error. Ours,
        measured as the network is used, lies {side} the test error: {hidden["train"]:.2f}% against
        {hidden["test"]:.2f}%. With masks on it is {hidden["masked"]:.2f}%, {masked_side} the test
        error. A training loop that prints the error in training mode compares a thinned network
        with a whole one.""",
    )


@styled
def draw(record: Record) -> Picture:
    """Left, every network's errors; right, the test error while three kinds are trained."""
    picture = Picture(4.0)
    left, right = picture.subplots(1, 2, width_ratios=(1.15, 1))
    picture.subplots_adjust(left=0.205, right=0.985, top=0.9, bottom=0.13, wspace=0.2)
    names = ways(record)
    for row, way in enumerate(names):
        test, train = values(record, way, "test"), values(record, way, "train")
        left.plot(train, np.full(len(train), row), "D", color=ORANGE, markersize=5, alpha=0.75)
        left.plot(test, np.full(len(test), row), "o", color=BLUE, markersize=6, alpha=0.55)
        left.plot([test.mean()] * 2, [row - 0.28, row + 0.28], color=BLUE, linewidth=2)
        left.text(
            test.mean(), row - 0.34, f"{test.mean():.2f}", color=BLUE, ha="center", fontsize=9
        )
    left.plot([], [], "D", color=ORANGE, label="training")
    left.plot([], [], "o", color=BLUE, label="test, and its mean")
    left.set_yticks(range(len(names)), names, color="#20282D")
    left.set(xlabel="error, %", ylim=(len(names) - 0.5, -1.25), title="Every network, trained")
    left.set_xlim(left=-0.12)
    left.legend(loc="upper center", ncols=2)
    left.grid(axis="x", color=GREY, alpha=0.15)

    styles = {PLAIN: (VERMILION, "-"), HIDDEN: (GREY, "--"), ALL: (BLUE, "-")}
    for way, (colour, line) in styles.items():
        curves = [run["curve"] for run in record["runs"] if run["way"] == way]
        epochs = next(run["epochs"] for run in record["runs"] if run["way"] == way)
        low, high = np.min(curves, axis=0), np.max(curves, axis=0)
        right.fill_between(epochs, low, high, color=colour, alpha=0.12, linewidth=0)
        right.plot(epochs, np.mean(curves, axis=0), line, color=colour, linewidth=1.8, label=way)
    for change in np.cumsum(record["epochs"])[:-1]:
        right.axvline(change, color=GREY, linewidth=0.8, linestyle=":")
    right.set(xlabel="epoch (dotted: a lower learning rate)", title="Test error, %, mean and range")
    right.legend(loc="upper right")
    right.grid(axis="y", color=GREY, alpha=0.15)

    words = [
        f"{way} {values(record, way, 'test').mean():.2f} and "
        f"{values(record, way, 'train').mean():.2f}"
        for way in names
    ]
    picture.alt = (
        f"Test and training error in percent of {len(values(record, PLAIN, 'test'))} networks of "
        f"each kind, as means: {'; '.join(words)}. Beside it the test error over the epochs for "
        f"{PLAIN}, {HIDDEN}, and {ALL}, with lines where the learning rate is lowered."
    )
    return picture
