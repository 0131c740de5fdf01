"""A course on disk: its directories, its nbgrader configuration, its gradebook."""

import logging
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from logging.handlers import MemoryHandler
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SAWarning
from traitlets import Bool, Integer
from traitlets.config import Config, Configurable
from traitlets.config.loader import PyFileConfigLoader

MB = 1_000_000  # bytes
CONFIGS = ("grader_config.py", "nbgrader_config.py")

# nbgrader 0.9.6 adds objects to the session in an order that SQLAlchemy 2 remarks on.
warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")


class CourseError(Exception):
    """Something that the instructor has to mend; the message says what and how."""


class Limits(Configurable):
    """What a submission may use."""

    notebook_megabytes = Integer(20, help="Largest notebook that is read.").tag(config=True)
    cells = Integer(1000, help="Most cells that a notebook may have.").tag(config=True)
    seconds_per_cell = Integer(30, help="Seconds that one cell may run.").tag(config=True)
    seconds_per_call = Integer(
        10, help="Seconds that one call of a test to the learner's code may run."
    ).tag(config=True)
    seconds_per_submission = Integer(
        180, help="Seconds that all cells together may run, and all tests again."
    ).tag(config=True)
    memory_megabytes = Integer(2000, help="Memory of all processes together.").tag(config=True)
    processes = Integer(64, help="Processes and threads at the same time.").tag(config=True)
    file_megabytes = Integer(64, help="Largest file that can be written.").tag(config=True)
    scratch_megabytes = Integer(256, help="Size of each directory that can be written to.").tag(
        config=True
    )
    output_megabytes = Integer(5, help="Output of one cell that is kept.").tag(config=True)
    message_megabytes = Integer(64, help="Largest value that a test can get.").tag(config=True)


class Grading(Configurable):
    """What grading does beyond giving points."""

    every_cell = Bool(
        True,
        help="Also run cells that no point depends on, such as pictures, for the feedback to show.",
    ).tag(config=True)


@dataclass(frozen=True)
class Course:
    """The directories and the configuration of one course."""

    root: Path
    config: Config
    directories: CourseDirectory

    @property
    def limits(self) -> Limits:
        """The limits that the configuration sets."""
        return Limits(config=self.config)

    def path(self, step: str, student: str = ".", assignment: str = ".") -> Path:
        """Where nbgrader keeps this step ("source", "submitted", ...) of a student's assignment."""
        directory = getattr(self.directories, f"{step}_directory")
        return Path(self.directories.format_path(directory, student, assignment))

    def with_directories(self, **directories: str) -> "Course":
        """The same course with other traits of CourseDirectory, such as submitted_directory."""
        config = deepcopy(self.config)  # its own copy() would share what is inside
        config.CourseDirectory.update(directories)
        return Course(self.root, config, CourseDirectory(config=config))

    def gradebook(self) -> Gradebook:
        """An open gradebook, to be used as a context manager."""
        return Gradebook(self.directories.db_url, self.directories.course_id)

    def assignments(self) -> list[str]:
        """The names of all assignments that have a source, in order."""
        source = self.path("source")
        if not source.is_dir():
            raise CourseError(f"{source} does not exist: is this the directory of a course?")
        return sorted(
            folder.name
            for folder in source.iterdir()
            if folder.is_dir() and (any(folder.glob("*.py")) or any(folder.glob("*.ipynb")))
        )


def open_course(root: Path, db: str | None = None) -> Course:
    """Read the configuration of the course in `root`; `db` replaces its gradebook's address.

    Raises CourseError if there is no configuration or it cannot be read.
    """
    root = root.resolve()
    name = next((name for name in CONFIGS if (root / name).is_file()), None)
    if name is None:
        raise CourseError(
            f"There is no {CONFIGS[0]} in {root}: start this in a course's directory."
        )
    try:
        config = PyFileConfigLoader(name, path=str(root)).load_config()
    except Exception as error:
        raise CourseError(f"{root / name} cannot be read: {error}") from error
    # nbgrader starts `alembic`, which is beside this Python even where that is not on the PATH.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    config.CourseDirectory.root = str(root)
    if db is not None:
        config.CourseDirectory.db_url = db
    return Course(root, config, CourseDirectory(config=config))


@contextmanager
def nbgrader_failures(doing: str) -> Iterator[None]:
    """Run one of nbgrader's converters quietly; if it fails, say why in one sentence.

    nbgrader writes the reason to its log and raises something general, so the log is read.
    """
    logger, memory = logging.getLogger("traitlets"), MemoryHandler(capacity=10_000)
    memory.setLevel(logging.ERROR)
    handlers, logger.handlers, propagate = logger.handlers, [memory], logger.propagate
    logger.propagate = False
    try:
        yield
    except NbGraderException as error:
        told = [
            line for record in memory.buffer for line in record.getMessage().strip().split("\n")
        ]
        reasons = [line for line in told if ": " in line and not line.startswith(" ")]
        raise CourseError(f"{doing} failed: {(reasons or told or [str(error)])[-1]}") from error
    finally:
        logger.handlers, logger.propagate = handlers, propagate


def run_converter(course: Course, converter: Any, assignment: str, doing: str) -> None:
    """Run an nbgrader converter class on an assignment, for all students, replacing old results."""
    config = deepcopy(course.config)
    config.CourseDirectory.assignment_id = assignment
    with nbgrader_failures(doing):
        converter(coursedir=CourseDirectory(config=config), config=config, force=True).start()
