"""The same engine behind `nbgrader autograde` and Formgrader's button.

Name the class in the configuration: `c.Autograde.exporter_class = "examiner.stock.Examine"`.
"""

from pathlib import Path
from typing import Any
from weakref import finalize

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory

from .assignment import Assignment
from .course import Course, CourseError
from .examine import Examiner
from .grade import FEW, grade, open_assignment
from .submission import released_files
from .wall import require_sandbox


class Examine(NotebookExporter):
    """Grades and records a submission where nbgrader would convert its notebook.

    nbgrader converts a notebook twice, from submitted/ to autograded/ and there once more: the
    first time is the grading, the second hands on what came of it.

    Raises NbGraderException for what the instructor has to mend.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        converter = self.parent
        directories = converter.coursedir
        self._course = Course(Path(directories.root), converter.config, directories)
        self._several = len(converter.assignments) > FEW
        self._opened: dict[str, tuple[Assignment, Examiner]] = {}
        try:
            require_sandbox(self._course)
        except CourseError as error:
            raise NbGraderException(str(error)) from error
        # nbgrader would copy whatever lies in the submission's folder, follow its links, and
        # take no notebook but one of the right name: it is shown nothing and asks for everything.
        own = CourseDirectory(**{name: getattr(directories, name) for name in _traits()})
        own.ignore = ["*"]
        converter.coursedir = own
        converter.pre_convert_hook = self._expect_the_right_name
        converter.sanitize_preprocessors = converter.autograde_preprocessors = []

    def _expect_the_right_name(self, notebooks: list[str], **_: Any) -> None:
        folder = Path(notebooks[0]).parent
        released = self._course.path("source", assignment=folder.name)
        notebooks[:] = [str(folder / path.name) for path in released.glob("*.ipynb")]

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **_: Any
    ) -> tuple[str, ResourcesDict]:
        """Grade the submission that the notebook belongs to, and return the graded notebook."""
        assert resources is not None
        names = resources["nbgrader"]
        graded = self._course.path("autograded", names["student"], names["assignment"])
        path = graded / f"{names['notebook']}.ipynb"
        if Path(filename).resolve() != path.resolve():
            try:
                assignment, examiner = self._open(names["assignment"])
                list(grade(self._course, assignment, [names["student"]], examiner))
            except CourseError as error:
                raise NbGraderException(str(error)) from error
        notebook = nbformat.read(path, as_version=4)
        return self.from_notebook_node(notebook, resources)

    def _open(self, name: str) -> tuple[Assignment, Examiner]:
        """The assignment and who grades it: the same for all that nbgrader converts in one go."""
        if name not in self._opened:
            assignment = open_assignment(self._course, name)
            files = released_files(self._course, assignment)
            examiner = Examiner(self._course, assignment, files, warm=self._several)
            finalize(self, examiner.close)
            self._opened[name] = assignment, examiner
        return self._opened[name]


def _traits() -> list[str]:
    return [name for name in CourseDirectory().trait_names(config=True) if name != "ignore"]
