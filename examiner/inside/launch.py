"""Start the kernel that runs a learner's cells, within limits that it cannot lift again.

Run as `python -I -m examiner.inside.launch SETTINGS CONNECTION_FILE`, where SETTINGS is JSON.
"""

import json
import os
import resource
import shutil
import sys
from typing import Any


def main() -> None:
    """Give up rights, set limits, copy what belongs in the home directory, become a kernel."""
    settings = json.loads(sys.argv[1])
    _become(settings["uid"])
    home = os.environ["HOME"]
    for name in os.listdir(settings["home"]):
        shutil.copytree(f"{settings['home']}/{name}", f"{home}/{name}")
    os.chdir(f"{home}/work")
    _limit(settings["limits"])
    sys.path.append(os.getcwd())  # after the installed packages, so that no file can hide one

    from ipykernel.kernelapp import IPKernelApp

    from examiner.inside import serve  # noqa: F401  (serve is called by its name in sys.modules)

    arguments = ["-f", sys.argv[2], "--HistoryManager.hist_file=:memory:"]
    del sys.argv[1:]
    IPKernelApp.launch_instance(arguments, log_level="ERROR")


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
