"""Run a notebook: the learner's cells in their kernel, the test cells here."""

from dataclasses import dataclass, field
from itertools import groupby
from time import monotonic

import nbformat
from nbformat import NotebookNode

from .assignment import Assignment, is_test
from .course import Course
from .judge import Judge, failure
from .kernel import Ended, Kernel, Refused, Stuck

SHORTEST_WAIT = 2.0  # seconds


@dataclass
class Run:
    """A notebook that was run, and in sentences what ended or outlasted its Python process."""

    notebook: NotebookNode
    crashes: list[str] = field(default_factory=list)
    time_outs: list[str] = field(default_factory=list)


def execute(
    notebook: NotebookNode,
    assignment: Assignment,
    course: Course,
    files: dict[str, bytes] | None = None,
) -> Run:
    """Run all code cells of a copy of the notebook, and give each test cell its verdict.

    A cell that raises does not stop the others. One that kills or blocks the kernel is left out
    after that: the kernel starts again and runs the cells before it once more. `files` are put
    where the notebook runs.

    Raises CourseError if no kernel can be started.
    """
    run = Run(nbformat.from_dict(notebook))
    runner = _Runner(run, Judge(assignment), course, files or {})
    numbers = [n for n, cell in enumerate(run.notebook.cells) if cell.cell_type == "code"]
    try:
        for tests, group in groupby(numbers, key=lambda n: is_test(run.notebook.cells[n])):
            if tests:
                runner.judge(list(group))
            else:
                for number in group:
                    runner.run(number)
    finally:
        runner.close()
    return run


class _Runner:
    def __init__(self, run: Run, judge: Judge, course: Course, files: dict[str, bytes]) -> None:
        self._outcome, self._cells, self._judge = run, run.notebook.cells, judge
        self._course, self._limits, self._files = course, course.limits, files
        self._kernel: Kernel | None = None
        self._done: list[int] = []  # cells that a new kernel has to run again
        self._stops = 0
        self._end = monotonic() + self._limits.seconds_per_submission

    def close(self) -> None:
        if self._kernel is not None:
            self._kernel.close()
            self._kernel = None

    def run(self, number: int) -> None:
        """Run a cell of the learner's."""
        cell = self._cells[number]
        cell.outputs, cell.execution_count = [], None
        if not cell.source.strip():
            return
        if monotonic() > self._end:
            cell.outputs = [self._not_run()]
            return
        kernel = self._ready()
        seconds = self._patience(self._limits.seconds_per_cell)
        try:
            ran = kernel.run(cell.source, seconds)
        except Ended as end:
            cell.outputs = [*end.outputs, failure("Ended", str(end))]
            self._lose(number, end)
            return
        cell.outputs = ran.outputs
        self._done.append(number)
        if ran.timed_out:
            words = f"It ran for {seconds:.0f} seconds and was stopped."
            cell.outputs.append(failure("Stopped", words))
            self._outcome.time_outs.append(f"{self._name(number)}: {words}")
            self._stops += 1

    def judge(self, numbers: list[int]) -> None:
        """Give test cells that follow on each other their verdicts."""
        waiting = [self._cells[number] for number in numbers]
        for cell in waiting:
            cell.outputs, cell.execution_count = [], None
        while waiting:
            before = len(waiting)
            try:
                self._judge_some(waiting)
            except Refused as reason:
                self._fail(waiting, failure("Refused", str(reason)))
            except Ended as end:
                self.close()
                if len(waiting) == before:
                    waiting.pop(0).outputs = [failure("Ended", str(end))]

    def _judge_some(self, waiting: list[NotebookNode]) -> None:
        """Judge the cells with one copy of the kernel, until something happens to it."""
        if monotonic() > self._end:
            self._fail(waiting, self._not_run())
            return
        with self._ready().bridge(lambda: self._patience(self._limits.seconds_per_call)) as bridge:
            while waiting and not bridge.fault:
                waiting[0].outputs = self._judge.judge(waiting[0], bridge)
                waiting.pop(0)
        self._stops += bridge.slow

    def _fail(self, waiting: list[NotebookNode], output: NotebookNode) -> None:
        for cell in waiting:
            cell.outputs = [output]
        waiting.clear()

    def _ready(self) -> Kernel:
        """The kernel, in which all cells so far were run but those that it does not survive."""
        while self._kernel is None:
            self._kernel = Kernel(self._course, self._files)
            for number in list(self._done):
                try:
                    seconds = self._patience(self._limits.seconds_per_cell)
                    self._kernel.run(self._cells[number].source, seconds)
                except Ended as end:
                    self._done.remove(number)
                    self._lose(number, end)
                    break
        return self._kernel

    def _lose(self, number: int, end: Ended) -> None:
        self.close()
        told = self._outcome.time_outs if isinstance(end, Stuck) else self._outcome.crashes
        told.append(f"{self._name(number)}: {end}")
        self._stops += isinstance(end, Stuck)

    def _patience(self, seconds: float) -> float:
        """Half as many seconds after each time-out: who waits forever once mostly does it again."""
        return max(SHORTEST_WAIT, min(seconds / 2**self._stops, self._end - monotonic()))

    def _not_run(self) -> NotebookNode:
        seconds = self._limits.seconds_per_submission
        words = f"Not run: the {seconds} seconds for the whole notebook were used up."
        if words not in self._outcome.time_outs:
            self._outcome.time_outs.append(words)
        return failure("NotRun", words)

    def _name(self, number: int) -> str:
        return f"Cell {number + 1} ({self._cells[number].id})"
