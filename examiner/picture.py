"""The class at a glance: how the scores are spread, and which mistakes were made how often."""

from collections import Counter
from pathlib import Path
from textwrap import fill

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from .assignment import Assignment
from .outcome import GRADED
from .report import Row

BLUE, ORANGE, GREY = "#0072B2", "#E69F00", "#5F6B73"  # Okabe and Ito (2008)
MOST_MISTAKES = 12


def write_picture(
    rows: list[Row], mistakes: Counter[str], assignment: Assignment, path: Path
) -> None:
    """Draw the class picture and write it as PNG."""
    common = mistakes.most_common(MOST_MISTAKES)
    figure = Figure(figsize=(11, max(3.6, 1.2 + 0.34 * len(common))), layout="constrained")
    FigureCanvasAgg(figure)
    left, right = figure.subplots(1, 2, width_ratios=(2, 3))

    graded = [row.score for row in rows if row.status == GRADED]
    others = [row.score for row in rows if row.status != GRADED]
    bins = np.linspace(0, assignment.points, min(13, int(assignment.points) + 2))
    left.hist(
        [graded, others], bins=bins, stacked=True, color=[BLUE, ORANGE], edgecolor="white",
        label=[f"graded ({len(graded)})", f"not graded: see status ({len(others)})"],
    )  # fmt: skip
    left.set(xlabel=f"points, of {assignment.points:g}", ylabel="students")
    left.set_title(f"{assignment.name}: scores of {len(rows)} students", loc="left")
    left.yaxis.get_major_locator().set_params(integer=True)
    left.legend(frameon=False)

    names = [fill(name, 58) for name, _ in common]
    counts = [count for _, count in common]
    right.barh(range(len(common)), counts, color=BLUE, height=0.7)
    right.set_yticks(range(len(common)), names, fontsize=8)
    right.invert_yaxis()
    for place, count in enumerate(counts):
        right.text(count, place, f" {count}", va="center", fontsize=8, color=GREY)
    right.set_xlabel("students")
    right.set_title("What graded cells said, by number of students", loc="left")
    right.xaxis.get_major_locator().set_params(integer=True)
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=110)
