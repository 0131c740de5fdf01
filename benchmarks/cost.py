"""What sanitising, the sandbox and the examiner add to grading one submission.

Run with `python benchmarks/cost.py`. The same notebook, right answers throughout, is run in turn by
nbgrader's own step in its own kernel, and by the examiner without and with a sandbox; once with
its pictures and once without. Medians of several rounds, and ratios to nbgrader's.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute

from examiner.answers import fill_in, solutions
from examiner.assignment import Assignment
from examiner.build import write_source
from examiner.course import open_course
from examiner.execute import execute
from examiner.sandbox import NONE, with_sandbox
from examiner.sanitise import sanitise
from tests.conftest import without_pictures

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 7


def stock(notebook: NotebookNode) -> None:
    with TemporaryDirectory() as folder:
        Execute().preprocess(nbformat.from_dict(notebook), {"metadata": {"path": folder}})


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def measure(title: str, assignment: Assignment) -> None:
    course = open_course(ROOT)
    free = with_sandbox(course, NONE)
    data = nbformat.writes(fill_in(assignment, solutions(assignment))).encode()
    notebook, _ = sanitise(data, assignment, course.limits)
    ways: dict[str, Callable[[], object]] = {
        "nbgrader's Execute": lambda: stock(notebook),
        "examiner, no sandbox": lambda: execute(notebook, assignment, free),
        "examiner, sandbox": lambda: execute(notebook, assignment, course),
        "sanitise": lambda: sanitise(data, assignment, course.limits),
    }
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way, work in ways.items():
            seconds[way].append(timed(work))
    base = median(seconds["nbgrader's Execute"])
    print(title)
    for way, values in seconds.items():
        middle = median(values)
        print(f"  {way:22} {middle:7.3f} s   {middle / base:5.2f} x   (up to {max(values):.3f} s)")


def main() -> None:
    assignment = write_source(open_course(ROOT), "2-forward-pass")
    measure("with its pictures", assignment)
    measure("without its pictures", without_pictures(assignment))


if __name__ == "__main__":
    main()
