"""Start the kernel that runs a learner's cells, within limits that it cannot lift again.

Run as `python -I -m examiner.inside.launch SETTINGS CONNECTION_FILE`, where SETTINGS is JSON.
"""

import json
import os
import resource
import shutil
import sys
from typing import Any, NoReturn


def main() -> None:
    """Give up rights, copy what belongs in the home directory, become a kernel."""
    settings = json.loads(sys.argv[1])
    _become(settings["uid"])
    fill_home(settings["home"])
    run_kernel(settings["limits"], sys.argv[2])


def fill_home(files: str) -> None:
    """Copy what is in this directory to the home directory."""
    for name in os.listdir(files):
        shutil.copytree(f"{files}/{name}", f"{os.environ['HOME']}/{name}", dirs_exist_ok=True)


def run_kernel(limits: dict[str, Any], connection_file: str) -> NoReturn:
    """Set limits and be a kernel in the home directory's work/ until it ends."""
    os.chdir(f"{os.environ['HOME']}/work")
    _limit(limits)
    sys.path.append(os.getcwd())  # after the installed packages, so that no file can hide one

    sys.modules["debugpy"] = None  # type: ignore[assignment]  # a debugger that takes its time
    from ipykernel.kernelapp import IPKernelApp

    from examiner.inside import serve  # noqa: F401  (serve is called by its name in sys.modules)

    del sys.argv[1:]
    arguments = ["-f", connection_file, "--HistoryManager.hist_file=:memory:"]
    IPKernelApp.launch_instance(arguments, log_level="ERROR")
    sys.exit()


def _become(uid: int | None) -> None:
    """Stop being root, for good."""
    if uid is not None:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)


def _limit(limits: dict[str, Any]) -> None:
    for name, value in limits.items():
        hard = resource.getrlimit(getattr(resource, name))[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(getattr(resource, name), (value, value))


if __name__ == "__main__":
    main()
