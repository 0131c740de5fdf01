"""A process that has imported what a course needs, and forks a learner's kernel on request.

Run as `python -I -m examiner.inside.warm SETTINGS`, where SETTINGS is JSON. It stays on one thread
and runs nothing of any learner's. Every kernel is a fork of what it was at its start, and sees
nothing of the kernels before it.
"""

import contextlib
import gc
import importlib
import io
import json
import os
import random
import select
import socket
import sys
from base64 import b64decode
from pathlib import Path
from typing import Any

from . import launch, namespaces

# What a kernel imports when it starts, or at its first traceback.
KERNEL = ("ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.debugger",
          "ipykernel.connect", "ipykernel.comm", "ipykernel.heartbeat", "ipykernel.eventloops",
          "ipykernel.subshell_manager", "IPython.core.completer", "IPython.core.completerlib",
          "IPython.core.debugger", "IPython.core.magics", "IPython.core.history",
          "IPython.core.oinspect", "IPython.core.pylabtools", "IPython.extensions.storemagic",
          "faulthandler", "psutil", "sqlite3", "tornado.platform.asyncio",
          "matplotlib_inline.backend_inline",
          "examiner.inside.serve", "numpy.random", "numpy.linalg", "numpy.fft")  # fmt: skip
THREADS = Path("/proc/self/task")


def main() -> None:
    """Import, listen, and fork for every connection, until standard input is closed."""
    settings = json.loads(sys.argv[1])
    launch.fill_home(settings["home"])
    _import(settings["imports"])
    if THREADS.exists() and len(list(THREADS.iterdir())) > 1:
        raise SystemExit("What the course imports starts threads: a fork would not have them.")
    gc.collect()
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(settings["socket"] + ".new")
        listener.listen()
        os.rename(settings["socket"] + ".new", settings["socket"])  # it is there once it listens
        while sys.stdin not in select.select([listener, sys.stdin], [], [])[0]:
            endpoint, _ = listener.accept()
            request = json.loads(endpoint.makefile().readline())
            _reap()
            if os.fork() == 0:
                listener.close()
                _become_a_kernel(settings, request, endpoint)
            endpoint.close()


def _reap() -> None:
    """Let kernels that have ended be gone, and be counted in what this process has used."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _become_a_kernel(
    settings: dict[str, Any], request: dict[str, Any], endpoint: socket.socket
) -> None:
    """In a forked copy: leave everything behind and be a kernel. Does not return."""
    try:
        gc.enable()
        os.setsid()
        directory = Path(request["directory"])
        if settings["sandboxed"]:
            bpf = b64decode(settings["filter"])
            namespaces.enter(endpoint, directory, request["uid"], settings["scratch"], bpf)
        else:
            namespaces.outlive_group(endpoint)
            os.environ["HOME"] = str(directory / "scratch")
        random.seed()  # else every kernel would throw the same coins
        if "numpy" in sys.modules:
            sys.modules["numpy"].random.seed()
        launch.fill_home(str(directory / "home"))
        launch.run_kernel(request["limits"], request["connection_file"])
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr, flush=True)
    finally:
        os._exit(1)


def _import(statements: list[str]) -> None:
    """Import all that is there, and do once what is slow only the first time."""
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # every fork would carry it along
    for name in KERNEL:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for statement in statements:
        with contextlib.suppress(Exception):  # the learner's cell will say what is wrong with it
            exec(statement, {})
    _draw_once()
    _raise_once()


def _draw_once() -> None:
    if "matplotlib" in sys.modules:
        with contextlib.suppress(ImportError):
            from matplotlib.backends.backend_agg import FigureCanvasAgg
            from matplotlib.figure import Figure

            figure = Figure()
            FigureCanvasAgg(figure)
            figure.subplots().plot([0, 1])
            figure.savefig(io.BytesIO(), format="png")


def _raise_once() -> None:
    """The first traceback of a process makes IPython parse the sources of libraries."""
    from IPython.core.ultratb import VerboseTB

    try:
        json.loads("no JSON")
    except ValueError:
        with contextlib.suppress(Exception):
            VerboseTB().structured_traceback(*sys.exc_info())


if __name__ == "__main__":
    main()
