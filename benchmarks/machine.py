"""Where, when and by which command a benchmark was run: the last lines of what it writes."""

import platform
import re
import shlex
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from threadpoolctl import threadpool_info


def described(*packages: str) -> str:
    """A sentence about the run, with the versions of these packages."""
    command = shlex.join(["python", *(_relative(word) for word in sys.argv)])
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    return (
        f"`{command}`, {datetime.now(UTC):%Y-%m-%d}, {_processor()}, {platform.system()}, "
        f"Python {platform.python_version()}, {versions}, {_threads()}."
    )


def _relative(word: str) -> str:
    """A word of the command without what only this machine has: paths end with their last name."""
    if word == sys.argv[0]:
        return f"benchmarks/{Path(word).name}"
    path = Path(word)
    return path.name if len(path.parts) > 1 else word


def _threads() -> str:
    """How many threads linear algebra may use, asked of the libraries themselves."""
    most = max(pool["num_threads"] for pool in threadpool_info())
    return "one thread" if most == 1 else f"up to {most} threads"


def _processor() -> str:
    try:
        model = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    except OSError:
        model = None
    return model[1] if model else platform.machine()
