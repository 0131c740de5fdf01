"""Run a notebook: the learner's cells in their kernel, the test cells here."""

from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output

from .assignment import Assignment, is_test
from .course import MB, Course
from .definitions import only_adds, words
from .judge import Judge, failure
from .kernel import Ended, Kernel, Refused, Snapshot, Stuck
from .needed import needed
from .warm import WarmParent

SHORTEST_WAIT = 2.0  # seconds
SECONDS_TO_END = 0.5  # of a kernel, after the first of its processes
NOT_NEEDED = "Not run while grading: no points depend on this cell.\n"


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
    parent: WarmParent | None = None,
    every_cell: bool = True,
) -> Run:
    """Run all code cells of a copy of the notebook, and give each test cell its verdict.

    A cell that raises does not stop the others. One that kills or blocks the kernel is left out
    after that: the kernel starts again and runs the cells before it once more. A test cell
    questions the process as it was at its place, or after cells that did nothing but define
    something new, but only after all cells have run, so that none of them can show what a test has
    passed on. `files` are put where the notebook runs. Kernels are forked from `parent`, or else
    started cold. Without `every_cell` those are left out that no point depends on.

    Raises CourseError if no kernel can be started.
    """
    run = Run(nbformat.from_dict(notebook))
    runner = _Runner(run, Judge(assignment), course, files or {}, parent)
    numbers = [n for n, cell in enumerate(run.notebook.cells) if cell.cell_type == "code"]
    if not every_cell:
        wanted = needed(run.notebook, assignment)
        for number in {*numbers} - wanted:
            run.notebook.cells[number].execution_count = None
            run.notebook.cells[number].outputs = [new_output("stream", text=NOT_NEEDED)]
        numbers = sorted(wanted)
    try:
        waiting: list[int] = []  # tests, as long as only definitions that are new come after them
        known: set[str] = set()
        for number in numbers:
            cell = run.notebook.cells[number]
            if is_test(cell):
                waiting.append(number)
                continue
            if waiting and not only_adds(cell.source, known):
                runner.prepare(tuple(waiting))
                waiting.clear()
            known |= words(cell.source)
            runner.run(number)
        if waiting:
            runner.prepare(tuple(waiting))
        runner.judge()
    finally:
        runner.close()
    return run


class OutOfTime(Exception):
    """The time for the whole notebook is used up."""


class _Runner:
    def __init__(
        self,
        run: Run,
        judge: Judge,
        course: Course,
        files: dict[str, bytes],
        parent: WarmParent | None,
    ) -> None:
        self._outcome, self._cells, self._judge = run, run.notebook.cells, judge
        self._parent = parent
        self._course, self._limits, self._files = course, course.limits, files
        self._kernel: Kernel | None = None
        self._done: list[int | tuple[int, ...]] = []  # cells, and groups of test cells
        self._snapshots: dict[tuple[int, ...], Snapshot] = {}
        self._refused: dict[tuple[int, ...], str] = {}
        self._repeated = 0  # how much of it this kernel has done
        self._judged = 0  # test cells, since the kernel was started
        self._stops = 0
        self._room = self._limits.notebook_megabytes * MB  # for outputs
        self._end = monotonic() + self._limits.seconds_per_submission

    def close(self) -> None:
        """End the kernel, and with it all copies of it."""
        self._snapshots.clear()
        self._judged = 0
        if self._kernel is not None:
            self._kernel.close()
            self._kernel = None

    def run(self, number: int) -> None:
        """Run a cell of the learner's."""
        cell = self._cells[number]
        cell.outputs, cell.execution_count = [], None
        if not cell.source.strip():
            return
        try:
            kernel = self._ready()
            seconds = self._patience(self._limits.seconds_per_cell)
            ran = kernel.run(cell.source, seconds, self._room)
        except OutOfTime:
            cell.outputs = [self._not_run()]
            return
        except Ended as end:
            cell.outputs = [*end.outputs, failure("Ended", str(end))]
            self._room -= len(str(end.outputs))
            self._lose(number, end)
            return
        cell.outputs = ran.outputs
        self._room -= len(str(ran.outputs))
        self._done.append(number)
        self._repeated += 1
        if ran.timed_out:
            words = f"It ran for {seconds:.0f} seconds and was stopped."
            cell.outputs.append(failure("Stopped", words))
            self._outcome.time_outs.append(f"{self._name(number)}: {words}")
            self._stops += 1

    def prepare(self, group: tuple[int, ...]) -> None:
        """Keep the process as it is now for test cells that follow on each other."""
        for number in group:
            self._cells[number].outputs, self._cells[number].execution_count = [], None
        self._done.append(group)
        with suppress(OutOfTime):
            self._ready()

    def judge(self) -> None:
        """Give all test cells their verdicts, in as much time again as there was for the cells."""
        self._end = monotonic() + self._limits.seconds_per_submission
        for group in [item for item in self._done if isinstance(item, tuple)]:
            waiting = [self._cells[number] for number in group]
            while waiting:
                try:
                    self._judge_some(group, waiting)
                except OutOfTime:
                    _fail(waiting, self._not_run())
                except Ended as end:
                    # What killed it may be older than this test, or come after it in the notebook:
                    # then the test has another chance, in a kernel of its own.
                    if not self._judged and self._repeated <= self._done.index(group) + 1:
                        _fail([waiting.pop(0)], failure("Ended", str(end)))
                    self.close()

    def _judge_some(self, group: tuple[int, ...], waiting: list[NotebookNode]) -> None:
        """Judge the cells in one conversation, until something happens to it."""
        # Not what came after it, after a restart: that may be what the kernel did not survive.
        kernel = self._ready(self._done.index(group) + 1)
        if group in self._refused:
            _fail(waiting, failure("Refused", self._refused[group]))
            return
        end = 0.0

        def seconds() -> float:
            return min(self._patience(self._limits.seconds_per_call), end - monotonic())

        with kernel.bridge(self._snapshots[group], seconds) as bridge:
            while waiting and not bridge.fault:
                end = min(monotonic() + self._limits.seconds_per_cell, self._end)
                outputs = self._judge.judge(waiting[0], bridge)
                # If its copy has ended the kernel may be just about to, and be to blame.
                kernel.look(SECONDS_TO_END if bridge.closed else 0)
                waiting.pop(0).outputs = outputs
                self._judged += 1
        self._stops += bridge.slow

    def _ready(self, until: int | None = None) -> Kernel:
        """The kernel, after all that was done so far, or the first `until` things of it.

        What it does not survive is left out.
        """
        while self._kernel is None or self._repeated < (until or len(self._done)):
            if monotonic() > self._end:
                raise OutOfTime
            if self._kernel is None:
                self._kernel = Kernel(self._course, self._files, self._parent)
                self._repeated = 0
                continue
            item = self._done[self._repeated]
            try:
                if isinstance(item, tuple):
                    self._keep(item)
                else:
                    seconds = self._patience(self._limits.seconds_per_cell)
                    self._kernel.run(self._cells[item].source, seconds)
                self._repeated += 1
            except Ended as end:
                if isinstance(item, tuple):
                    self._refused[item] = str(end)
                    self.close()
                else:
                    self._done.remove(item)
                    self._lose(item, end)
        if monotonic() > self._end:
            raise OutOfTime
        return self._kernel

    def _keep(self, group: tuple[int, ...]) -> None:
        assert self._kernel is not None
        if group not in self._refused:
            try:
                self._snapshots[group] = self._kernel.snapshot()
            except Refused as reason:
                self._refused[group] = str(reason)

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


def _fail(cells: list[NotebookNode], output: NotebookNode) -> None:
    for cell in cells:
        cell.outputs = [output]
    cells.clear()
