"""Run a notebook's cells in a fresh kernel, within limits of time."""

import logging
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

import nbformat
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute, LimitOutput
from nbgrader.utils import setenv

from .assignment import is_test
from .course import Course


@dataclass(frozen=True)
class Run:
    """A notebook that was run. `failure` says in a sentence why it was not run to its end."""

    notebook: NotebookNode
    failure: str = ""  # empty if every cell was run
    timed_out: bool = False  # a cell was stopped, or the time for all cells was used up


def execute(notebook: NotebookNode, course: Course) -> Run:
    """Run all code cells of a copy of the notebook and keep their outputs.

    A cell that raises does not stop the others. The kernel starts in an empty directory that is
    removed afterwards.
    """
    limits = course.limits
    notebook = nbformat.from_dict(notebook)
    deadline = monotonic() + limits.seconds_per_submission
    running: list[int] = []

    def seconds_left(cell: NotebookNode) -> int:
        return max(1, min(limits.seconds_per_cell, round(deadline - monotonic())))

    def starts(cell: NotebookNode, cell_index: int) -> None:
        running[:] = [cell_index]

    runner = Execute(
        config=course.config,
        timeout_func=seconds_left,
        on_cell_start=starts,
        record_timing=False,
        shutdown_kernel="immediate",
        extra_arguments=["--HistoryManager.hist_file=:memory:", "--IPKernelApp.log_level=ERROR"],
        log=_quiet(),
    )
    failure = ""
    with TemporaryDirectory() as folder:
        # A profile of the grader's own must not change what a submission does.
        environment = {"NBGRADER_EXECUTION": "autograde", "IPYTHONDIR": f"{folder}/ipython"}
        work = Path(folder) / "work"
        work.mkdir()
        try:
            with setenv(**environment):
                notebook, _ = runner.preprocess(notebook, {"metadata": {"path": str(work)}})
        except DeadKernelError:
            failure = f"The Python process died in cell {running[0] + 1}{_name(notebook, running)}."
        except Exception as error:
            where = f" in cell {running[0] + 1}{_name(notebook, running)}" if running else ""
            failure = f"It could not be run to its end{where}: {type(error).__name__}: {error}"
    timed_out = any(
        output.get("ename") == "CellTimeoutError"
        for cell in notebook.cells
        for output in cell.get("outputs", [])
    )
    _tidy(notebook, course)
    return Run(notebook, failure.split("\n")[0], timed_out)


def _name(notebook: NotebookNode, running: list[int]) -> str:
    name = notebook.cells[running[0]].get("id", "")
    return f" ({name})" if name else ""


def _tidy(notebook: NotebookNode, course: Course) -> None:
    """Cut endless output, and leave in a graded cell the verdict alone.

    nbgrader takes whatever a graded cell prints or shows for a score. Of pictures that come both
    as HTML and as PNG the PNG stays: feedback and Formgrader remove HTML that could do harm.
    """
    LimitOutput(config=course.config).preprocess(notebook, {})
    for cell in notebook.cells:
        if is_test(cell):
            cell.outputs = [output for output in cell.outputs if output.output_type == "error"]
        for output in cell.get("outputs", []):
            data: dict[str, Any] = output.get("data", {})
            if "image/png" in data:
                data.pop("text/html", None)


def _quiet() -> logging.Logger:
    logger = logging.getLogger("examiner.execute")
    logger.setLevel(logging.CRITICAL)
    return logger
