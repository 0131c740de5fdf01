"""Find what a student handed in: one notebook, its time stamp, and files that the course lists."""

import os
import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbgrader.utils import parse_utc

from .assignment import Assignment
from .course import Course
from .sandbox import Sandbox


class Missing(Exception):
    """There is no notebook to grade; the message says so to the student."""


class Malformed(Exception):
    """There is a notebook but it cannot be graded; the message says why to the student."""


@dataclass(frozen=True)
class Submission:
    """The bytes of what was handed in, when that was, and what was odd about finding it."""

    data: bytes  # the notebook's
    files: dict[str, bytes]  # by name: those that the course's configuration lists
    timestamp: datetime | None  # UTC without zone, as nbgrader keeps it
    notes: tuple[str, ...] = ()


def students(course: Course) -> list[str]:
    """Everybody who is in the gradebook or has a folder among the submissions."""
    with course.gradebook() as gradebook:
        known = {student.id for student in gradebook.students}
    folder = course.path("submitted")
    if folder.is_dir():
        known |= {
            entry.name
            for entry in os.scandir(folder)
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
        }
    return sorted(known)


def read_submission(course: Course, assignment: Assignment, student: str) -> Submission:
    """Read a student's notebook.

    A single notebook under another name is taken and noted.

    Raises Missing if there is no notebook, Malformed if it is not one regular file of a
    reasonable size or it is unclear which one is meant.
    """
    folder = course.path("submitted", student, assignment.name)
    wanted = f"{assignment.notebook}.ipynb"
    if not folder.is_dir():
        raise Missing(f"Nothing was handed in for {assignment.name}.")
    notebooks = sorted(
        entry.name
        for entry in os.scandir(folder)
        if entry.name.lower().endswith(".ipynb") and not entry.name.startswith(".")
    )
    notes: tuple[str, ...] = ()
    if wanted in notebooks:
        name = wanted
    elif len(notebooks) == 1:
        name = notebooks[0]
        notes = (f"The notebook was called {name!r}; please keep the name {wanted!r}.",)
    elif notebooks:
        raise Malformed(
            f"There is no {wanted!r} but several other notebooks: {', '.join(notebooks)[:200]}. "
            "Please hand in one, under its own name."
        )
    else:
        raise Missing(f"The submission holds no notebook; {wanted!r} was expected.")
    timestamp, note = _timestamp(folder)
    data = _read(folder / name, course)
    files, missing = _listed_files(folder, course)
    return Submission(data, files, timestamp, notes + note + missing)


def _read(path: Path, course: Course) -> bytes:
    limit = course.limits.notebook_megabytes
    if not stat.S_ISREG(path.lstat().st_mode):
        raise Malformed(f"{path.name!r} is not a regular file.")
    if path.stat().st_size > limit * 1_000_000:
        raise Malformed(
            f"{path.name!r} is {path.stat().st_size / 1e6:.0f} MB large; the limit is {limit} MB. "
            "Clear the notebook's outputs, save it and hand it in again."
        )
    try:
        return path.read_bytes()
    except OSError as error:
        raise Malformed(f"{path.name!r} cannot be read: {error.strerror}.") from error


def _listed_files(folder: Path, course: Course) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The other files that students may hand in, and what keeps one from being used."""
    files: dict[str, bytes] = {}
    notes: tuple[str, ...] = ()
    for name in Sandbox(config=course.config).files:
        path = folder / name
        inside = path.parent.resolve().is_relative_to(folder.resolve())
        if not (os.path.lexists(path) and inside):
            continue
        try:
            files[name] = _read(path, course)
        except Malformed as reason:
            notes += (f"{name!r} was not used. {reason}",)
    return files, notes


def released_files(course: Course, assignment: Assignment) -> dict[str, bytes]:
    """The files beside the notebook that students were given, by name."""
    folder = course.path("release", assignment=assignment.name)
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".ipynb" and ".ipynb_checkpoints" not in path.parts
    }


def _timestamp(folder: Path) -> tuple[datetime | None, tuple[str, ...]]:
    """The time in timestamp.txt, which nbgrader's exchange writes; it may be missing."""
    path = folder / "timestamp.txt"
    if not path.is_file() or path.is_symlink():
        return None, ()
    try:
        text = path.read_bytes()[:200].decode().strip()
        return (parse_utc(text), ()) if text else (None, ())
    except (ValueError, OverflowError, OSError):
        return None, ("The time of the submission, in timestamp.txt, cannot be read.",)
