"""The wall around a learner's process: bubblewrap, with nothing visible but what it needs."""

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from copy import deepcopy
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from traitlets import Bool, Enum, List, Unicode
from traitlets.config import Configurable

from .course import Course, CourseError, Limits
from .system_calls import seccomp_filter

BWRAP, NONE = "bwrap", "none"
HOME = "/home/student"
LAUNCH = [sys.executable, "-I", "-m", "examiner.inside.launch"]
PREFIX_PARTS = ("bin", "lib", "lib64", "share", "etc", "pyvenv.cfg")
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache",
          "/etc/alternatives", "/etc/fonts", "/etc/localtime")  # fmt: skip
MB = 1_000_000
LONGEST_NAME = 80  # bytes; a socket's address has 107, and ours lie two directories deeper


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


def require_sandbox(course: Course) -> None:
    """Refuse to run learners' code where the sandbox that is asked for does not work.

    Raises CourseError.
    """
    complaint = "" if Sandbox(config=course.config).kind == NONE else complaint_about(course)
    if complaint:
        raise CourseError(
            f"{complaint} Students' code is not run without a sandbox, unless "
            "`--sandbox none` accepts that it can read and change whatever you can."
        )


def complaint_about(course: Course) -> str:
    """Why the sandbox cannot be used here, in a sentence; empty if it can."""
    if shutil.which("bwrap") is None:
        if sys.platform != "linux":
            return "The sandbox, bubblewrap, exists on Linux only."
        return "bubblewrap is not installed: run `apt install bubblewrap`, or your system's like."
    try:
        seccomp_filter()
    except RuntimeError:
        return "libseccomp is not installed: run `apt install libseccomp2`, or your system's like."
    with tempfile.TemporaryFile() as told:
        trial = [sys.executable, "-I", "-c", "import examiner.inside.serve"]
        if start_walled(course, [], trial, stderr=told).wait() == 0:
            return ""
        told.seek(0)
        reason = told.read().decode("utf-8", "replace").strip().split("\n")[-1]
    return (
        f"bubblewrap does not work on this machine ({reason[:300]}): containers need the right to "
        "make namespaces, and some systems forbid that to ordinary users."
    )


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


def is_sandboxed(course: Course) -> bool:
    """Whether the configuration asks for a sandbox."""
    return bool(Sandbox(config=course.config).kind == BWRAP)


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


def start_walled(
    course: Course,
    shown: list[str],
    argv: list[str],
    stdin: int = subprocess.DEVNULL,
    stderr: Any = subprocess.DEVNULL,
    rights: Sequence[str] = ("CAP_SETUID", "CAP_SETGID"),
    filtered: bool = True,
) -> subprocess.Popen[bytes]:
    """Start a command behind the wall, with the rights given and the filter of system calls."""
    reading, writing = os.pipe()
    os.write(writing, seccomp_filter())
    os.close(writing)
    filter_ = ["--seccomp", str(reading)] if filtered else []
    try:
        return subprocess.Popen(
            [*_wall(course, shown, rights), *filter_, "--", *argv],
            env={},
            cwd="/",
            pass_fds=[reading] if filtered else [],
            stdin=stdin,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            start_new_session=True,
        )
    finally:
        os.close(reading)


def start_unwalled(
    argv: list[str], home: Path, stdin: int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    """Start a command in this directory, with the variables that it would have behind the wall."""
    parent = {"JPY_PARENT_PID": str(os.getpid())}  # ipykernel ends when its parent does
    return subprocess.Popen(
        argv,
        env=environment(str(home)) | parent,
        cwd=home,
        stdin=stdin,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def environment(home: str) -> dict[str, str]:
    """The variables that a learner's process has: none of the grader's."""
    return {
        "HOME": home,
        "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "USER": "student",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "NBGRADER_EXECUTION": "autograde",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def _wall(course: Course, shown: list[str], rights: Sequence[str]) -> list[str]:
    """bubblewrap: no network, no rights, namespaces and a file system of its own."""
    scratch = ["--size", str(course.limits.scratch_megabytes * MB), "--perms", "1777", "--tmpfs"]
    return [
        shutil.which("bwrap") or "bwrap",
        *("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"),
        *("--unshare-cgroup-try", "--die-with-parent", "--new-session", "--clearenv"),
        *("--hostname", "notebook", "--cap-drop", "ALL"),
        *([] if os.geteuid() == 0 else ["--unshare-user"]),
        # Root is given up inside: as root the limit on processes would not hold.
        *(word for right in rights for word in ("--cap-add", right)),
        *(word for path in SYSTEM for word in _show_system(path)),
        *("--proc", "/proc", "--dev", "/dev"),
        *(*scratch, "/dev/shm", *scratch, "/tmp", *scratch, HOME),
        *_show(course),
        *shown,
        *(word for item in environment(HOME).items() for word in ("--setenv", *item)),
        *("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", HOME),
    ]


def _show_system(path: str) -> list[str]:
    if os.path.islink(path):
        return ["--symlink", os.readlink(path), path] if path.count("/") == 1 else []
    return ["--ro-bind-try", path, path]


def _show(course: Course) -> list[str]:
    """Python and the packages, and empty directories over what is the course's own.

    The deeper path decides: a package inside the course's directory is seen, a course inside
    Python's directory is not.
    """
    prefixes = {Path(prefix) for prefix in (sys.prefix, sys.base_prefix)}
    prefixes |= {Path(os.path.realpath(sys.executable)).parent.parent}
    shown = {prefix / part for prefix in prefixes for part in PREFIX_PARTS}
    shown |= {_location(name) for name in ("examiner", *Sandbox(config=course.config).packages)}
    shown = {path for path in shown if path.exists()}
    steps = ("source", "release", "solution", "submitted", "autograded", "feedback")
    hidden = {course.root, *(course.path(step).resolve() for step in steps)}
    words: list[str] = []
    for path in sorted(shown | hidden, key=lambda path: len(path.parts)):
        inside = any(
            path != other and path.is_relative_to(other) for other in (*shown, Path("/usr"))
        )
        if path in hidden:
            words += ["--tmpfs", str(path)] if inside and path.is_dir() else []
        elif not (inside and path.is_relative_to("/usr")):
            words += bind("--ro-bind", path)
    return words


def bind(how: str, path: Path) -> list[str]:
    """Show a path. Its parents are made such that any user may pass through them."""
    parents = [str(parent) for parent in reversed(path.parents)][1:]
    words = [word for parent in parents for word in ("--perms", "0755", "--dir", parent)]
    return [*words, how, str(path), str(path)]


def _location(package: str) -> Path:
    """The directory or file of an importable package. Raises CourseError if there is none."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise CourseError(
            f"grader_config.py lists the package {package!r}, which is not installed."
        )
    origin = Path(spec.origin)
    return origin.parent if spec.submodule_search_locations else origin


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
