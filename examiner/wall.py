"""The wall around a learner's process: bubblewrap, with nothing visible but what it needs."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .course import MB, Course, CourseError
from .sandbox import NONE, Sandbox
from .system_calls import seccomp_filter

HOME = "/home/student"
PREFIX_PARTS = ("bin", "lib", "lib64", "share", "etc", "pyvenv.cfg")
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache",
          "/etc/alternatives", "/etc/fonts", "/etc/localtime")  # fmt: skip


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
