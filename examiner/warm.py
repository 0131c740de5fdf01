"""Kernels that are forked from a process that has already imported what the course needs."""

import json
import select
import shutil
import socket
import subprocess
import sys
from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from time import monotonic, sleep

from .cold import kernel_settings, new_directory
from .course import MB, Course, CourseError
from .sandbox import is_sandboxed
from .system_calls import seccomp_filter
from .wall import bind, start_unwalled, start_walled

WARM = [sys.executable, "-I", "-m", "examiner.inside.warm"]
# To make namespaces, and to end the processes in them, which are another user's. The kernels give
# all of it up, in examiner/inside/namespaces.py.
RIGHTS = ("CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP", "CAP_KILL", "CAP_SYS_ADMIN", "CAP_NET_ADMIN")
SECONDS_TO_START = 60
SECONDS_TO_END = 10


class WarmParent:
    """The process that kernels are forked from, behind the same wall as a kernel of its own.

    `imports` are import statements. Use it as a context manager.

    Raises CourseError if it does not start.
    """

    def __init__(self, course: Course, imports: Sequence[str]) -> None:
        self.directory = new_directory()
        self._socket, self._kernels = self.directory / "warm", count()
        settings = {
            "imports": list(imports),
            "socket": str(self._socket),
            "home": str(make_home(self.directory / "own", {})),
            "sandboxed": is_sandboxed(course),
            "scratch": course.limits.scratch_megabytes * MB,
            "filter": b64encode(seccomp_filter()).decode() if is_sandboxed(course) else "",
        }
        argv = [*WARM, json.dumps(settings)]
        if is_sandboxed(course):
            shown = bind("--bind", self.directory)
            self._popen = start_walled(
                course, shown, argv, stdin=subprocess.PIPE, rights=RIGHTS, filtered=False
            )
        else:
            scratch = self.directory / "scratch"
            scratch.mkdir()
            self._popen = start_unwalled(argv, scratch, stdin=subprocess.PIPE)
        try:
            self._wait()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "WarmParent":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def new_directory(self) -> Path:
        """A directory for a kernel; only what is in here can be shown to one."""
        directory = self.directory / str(next(self._kernels))
        directory.mkdir()
        directory.chmod(0o755)
        return directory

    def start_kernel(self, course: Course, directory: Path, connection_file: str) -> "WarmKernel":
        """Fork a kernel, for which there is a directory as for a `ColdKernel`.

        Raises CourseError if there is nothing to fork from any more.
        """
        request = kernel_settings(course, directory)
        request |= {"directory": str(directory), "connection_file": connection_file}
        endpoint = socket.socket(socket.AF_UNIX)
        try:
            endpoint.connect(str(self._socket))
            endpoint.sendall(json.dumps(request).encode() + b"\n")
        except OSError as error:
            endpoint.close()
            raise CourseError("The process that kernels are forked from has ended.") from error
        return WarmKernel(endpoint, self._popen.pid)

    def close(self) -> None:
        """End it, and remove what it has left."""
        assert self._popen.stdin is not None
        with suppress(OSError):
            self._popen.stdin.close()  # at which it ends
        with suppress(subprocess.TimeoutExpired):
            self._popen.wait(SECONDS_TO_END)
        self._popen.kill()
        self._popen.wait()
        shutil.rmtree(self.directory, ignore_errors=True)

    def _wait(self) -> None:
        until = monotonic() + SECONDS_TO_START
        while not self._socket.exists():
            if self._popen.poll() is not None or monotonic() > until:
                raise CourseError("The process that kernels are forked from does not start.")
            sleep(0.01)


class WarmKernel:
    """The process of a kernel that was forked from a warm one."""

    def __init__(self, endpoint: socket.socket, pid: int) -> None:
        self._endpoint, self.pid = endpoint, pid
        endpoint.settimeout(SECONDS_TO_END)

    def ended(self, seconds: float = 0) -> bool:
        """Whether it runs no more, or ends within this time."""
        endpoint = self._endpoint
        return endpoint.fileno() < 0 or bool(select.select([endpoint], [], [], seconds)[0])

    def kill(self) -> None:
        """End it and all that it has started: that happens when this connection is closed."""
        if self._endpoint.fileno() < 0:
            return
        with suppress(OSError), self._endpoint:
            self._endpoint.shutdown(socket.SHUT_WR)
            while self._endpoint.recv(1):  # until the last of it is gone
                pass


def make_home(home: Path, files: dict[str, bytes]) -> Path:
    """A home directory to copy, with files, and with matplotlib's list of fonts.

    That takes a second to make anew.
    """
    import matplotlib
    from matplotlib import font_manager  # noqa: F401  (makes the list if there is none yet)

    (home / "work").mkdir(parents=True)
    for name, data in files.items():
        target = home / "work" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    fonts = home / ".cache" / "matplotlib"
    fonts.mkdir(parents=True)
    for path in Path(matplotlib.get_cachedir()).glob("fontlist-*.json"):
        shutil.copyfile(path, fonts / path.name)
    return home
