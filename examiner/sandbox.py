"""The settings of the sandbox that learners' code runs in."""

from copy import deepcopy

from traitlets import Bool, Enum, List, Unicode
from traitlets.config import Configurable

from .course import Course

BWRAP, NONE = "bwrap", "none"


class Sandbox(Configurable):
    """How a learner's process is kept from everything that is not its own."""

    kind = Enum([BWRAP, NONE], BWRAP, help="'none' lets it do whatever the grader may do.").tag(
        config=True
    )
    warm = Bool(
        True, help="Fork kernels from a process that has imported what the assignment imports."
    ).tag(config=True)
    packages = List(
        Unicode(), help="Packages of the course's own that learners' cells import."
    ).tag(config=True)
    files = List(
        Unicode(), help="Files that students hand in beside the notebook, which may open them."
    ).tag(config=True)


def with_sandbox(course: Course, kind: str) -> Course:
    """The same course with another kind of sandbox."""
    config = deepcopy(course.config)  # a shallow copy would change the sandbox of `course` too
    config.Sandbox.kind = kind
    return Course(course.root, config, course.directories)


def is_sandboxed(course: Course) -> bool:
    """Whether the configuration asks for a sandbox."""
    return bool(Sandbox(config=course.config).kind == BWRAP)
