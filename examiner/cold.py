"""Kernels that are started for themselves, and what every kernel is given."""

import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from .course import MB, Course, CourseError, Limits
from .sandbox import is_sandboxed
from .wall import bind, start_unwalled, start_walled

LAUNCH = [sys.executable, "-I", "-m", "examiner.inside.launch"]
LONGEST_NAME = 80  # bytes; a socket's address has 107, and ours lie two directories deeper


class ColdKernel:
    """The process of a kernel that was started for itself."""

    def __init__(self, course: Course, directory: Path, connection_file: str) -> None:
        """Start it. Of the directory it sees three parts.

        shared/ holds its sockets and is given to its user. What is in home/ is copied to its home
        directory. In bridge/ it finds the examiner's socket.
        """
        settings = kernel_settings(course, directory)
        argv = [*LAUNCH, json.dumps(settings), connection_file]
        if is_sandboxed(course):
            shown = (
                bind("--bind", directory / "shared"),
                bind("--ro-bind", directory / "home"),
                bind("--ro-bind", directory / "bridge"),
            )
            self._popen = start_walled(course, [word for words in shown for word in words], argv)
        else:
            self._popen = start_unwalled(argv, directory / "scratch")
        self.pid = self._popen.pid

    def ended(self, seconds: float = 0) -> bool:
        """Whether it runs no more, or ends within this time."""
        with suppress(subprocess.TimeoutExpired):
            self._popen.wait(seconds)
        return self._popen.returncode is not None

    def kill(self) -> None:
        """End it and all that it has started."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._popen.wait()


def new_directory() -> Path:
    """A directory for kernels, which any user may pass through.

    Raises CourseError if its name leaves no room for those of the sockets in it.
    """
    path = Path(tempfile.mkdtemp(prefix="examiner-"))
    if len(os.fsencode(path)) > LONGEST_NAME:
        path.rmdir()
        raise CourseError(
            f"The directory for temporary files, {path.parent}, has too long a name for the "
            "sockets of kernels. Set TMPDIR to a directory with a shorter one, such as /tmp."
        )
    path.chmod(0o755)
    return path


def kernel_settings(course: Course, directory: Path) -> dict[str, Any]:
    """What a kernel is told at its start; makes shared/ its user's and scratch/ where needed."""
    sandboxed = is_sandboxed(course)
    if not sandboxed:
        (directory / "scratch").mkdir()
    return {
        "uid": _own_uid(directory / "shared") if sandboxed and os.geteuid() == 0 else None,
        "home": str(directory / "home"),
        "limits": _resource_limits(course.limits, sandboxed),
    }


def _own_uid(shared: Path) -> int:
    """A user that owns nothing else, from those that systemd sets aside for such purposes."""
    uid = 61184 + secrets.randbelow(4336)
    for path in (shared, *shared.iterdir()):
        os.chown(path, uid, uid)
    return uid


def _resource_limits(limits: Limits, sandboxed: bool) -> dict[str, Any]:
    most: dict[str, Any] = {
        "RLIMIT_DATA": limits.memory_megabytes * MB,
        "RLIMIT_FSIZE": limits.file_megabytes * MB,
        "RLIMIT_NOFILE": 256,
        "RLIMIT_CORE": 0,
    }
    if sandboxed:  # outside of one, the processes of the grader would be counted as well
        most["RLIMIT_NPROC"] = limits.processes
    return most
