"""The table and the picture of how fast a class is graded."""

from dataclasses import dataclass
from pathlib import Path

from matplotlib.figure import Figure

from benchmarks.machine import described


@dataclass
class Run:
    """What one way of grading took."""

    way: str
    students: int
    seconds: float
    cpu: float  # seconds
    megabytes: float  # of the coordinator, at most
    others: float  # of all other processes together, at most

    @property
    def each(self) -> float:
        """Milliseconds of the clock for a submission."""
        return 1000 * self.seconds / self.students


def draw(runs: list[Run], path: Path) -> None:
    figure = Figure(figsize=(8.4, 0.38 * len(runs) + 1.2), layout="constrained")
    axes = figure.subplots()
    names = [run.way for run in runs]
    colors = [
        "#D55E00"
        if "stock" in n or "otter" in n
        else "#5F6B73"
        if n.startswith("floor")
        else "#0072B2"
        for n in names
    ]
    bars = axes.barh(names, [run.each for run in runs], color=colors)
    axes.bar_label(bars, [f" {run.each:.0f} ms" for run in runs], fontsize=9)
    axes.set_xscale("log")
    axes.set_xlim(right=3 * max(run.each for run in runs))
    axes.invert_yaxis()
    axes.set_xlabel("milliseconds of the clock for a submission, logarithmic")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=130)


def _beyond(run: Run, growth: list[Run]) -> str:
    smallest = next(other for other in growth if other.way == run.way)
    more = run.students - smallest.students
    return f"{1000 * (run.seconds - smallest.seconds) / more:.0f}" if more else ""


def report(runs: list[Run], growth: list[Run], parts: list[tuple[str, float]]) -> str:
    base = runs[0].each
    rows = [
        f"| {run.way} | {run.students} | {run.each:.0f} | {base / run.each:.1f} | "
        f"{1000 * run.cpu / run.students:.0f} | {run.megabytes:.0f} | {run.others:.0f} |"
        for run in runs
    ]
    grown = [
        f"| {run.way} | {run.students} | {run.seconds:.0f} | {run.each:.0f} | "
        f"{_beyond(run, growth)} | "
        f"{1000 * run.cpu / run.students:.0f} | {run.megabytes:.0f} | {run.others:.0f} |"
        for run in growth
    ]
    steps = [f"| {stage} | {milliseconds:.0f} |" for stage, milliseconds in parts]
    alt = "; ".join(f"{run.way} {run.each:.0f} ms" for run in runs)
    return "\n".join(
        [
            "# How fast a class is graded",
            "",
            "The forward-pass notebook, right and wrong answers in turn, as whole commands with "
            "their start and their end. Stock nbgrader and otter-grader draw all pictures, and so "
            "do the lines that say so; the others leave out the cells that no point depends on, "
            "which is this course's setting (`c.Grading.every_cell`). Stock nbgrader and "
            "otter-grader run the tests in the student's process, ours in another one behind the "
            "wall. otter-grader writes no gradebook. The floor runs the same cells in one warm "
            "interpreter, without a kernel, a sandbox or a gradebook. CPU is that of the whole "
            "machine.",
            "",
            "| way | number | ms each | times stock | CPU ms each | coordinator MB | others MB |",
            "|:---|---:|---:|---:|---:|---:|---:|",
            *rows,
            "",
            f"![Milliseconds for a submission: {alt}](grading.png)",
            "",
            "## From a small class to a large one",
            "",
            "Warm, in the sandbox. “ms for one more” leaves out the start: it is the time beyond "
            "that of the smallest class, for each submission beyond its number.",
            "",
            "| workers | submissions | seconds | ms each | ms for one more | CPU ms each "
            "| coordinator MB | others MB |",
            "|---:|---:|---:|---:|---:|---:|---:|---:|",
            *grown,
            "",
            "## Where the time goes",
            "",
            "A right submission in one process, warm, in the sandbox: milliseconds of the clock.",
            "",
            "| step | ms |",
            "|:---|---:|",
            *steps,
            "",
            described("nbgrader", "numpy", "distributed"),
            "",
        ]
    )
