"""How long one update of each explorer takes: draw the picture, encode it, hand it over.

Run with `python benchmarks/explorers.py` in the course's environment.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

import ipywidgets as widgets

from dropoutlab.explorers.forward_pass import batch_rows, histograms, mask_map, running_mean
from tests.answers import define

UPDATES = 50


def time_updates(box: widgets.VBox) -> list[float]:
    """Seconds for each of many moves of the last slider, which draws new masks."""
    slider = box.children[0].children[-1]
    seconds = []
    for number in range(UPDATES):
        start = perf_counter()
        slider.value = number % 2 + 1
        seconds.append(perf_counter() - start)
    return seconds


def main() -> None:
    answers = define()
    keep, vanilla, forward = (
        answers[name] for name in ("sample_keep_mask", "vanilla_dropout", "dropout_forward")
    )
    explorers: dict[str, Callable[[], widgets.VBox]] = {
        "mask map": lambda: mask_map.explore(keep),
        "histograms": lambda: histograms.explore(keep, vanilla, forward),
        "running mean": lambda: running_mean.explore(forward, answers["dropout_moments"]),
        "batch rows": lambda: batch_rows.explore(answers["Dropout"]),
    }
    print(f"{'explorer':14} {'median':>8} {'slowest':>8}   of {UPDATES} updates, in seconds")
    for name, explore in explorers.items():
        seconds = time_updates(explore())
        print(f"{name:14} {median(seconds):8.3f} {max(seconds):8.3f}")


if __name__ == "__main__":
    main()
