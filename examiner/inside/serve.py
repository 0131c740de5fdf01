"""Answer the examiner's calls to what the learner has defined, in a forked copy of the kernel.

The copy sees everything that the learner's cells have left behind. Whatever the tests do in it,
and whatever happens to it, the kernel and the cells that follow notice nothing of it.
"""

import builtins
import contextlib
import linecache
import os
import select
import signal
import socket
import sys
from collections.abc import Callable
from types import FunctionType, TracebackType
from typing import Any

import numpy as np
from IPython import get_ipython

from .codec import CannotCross, Decoder, Encoder, Generators, Mutables
from .connection import Closed, Connection


def snapshot(path: str, most: int) -> None:
    """Keep a copy of this process as it is now, which can be questioned at the socket in `path`.

    Returns once the copy has connected. `most` is the largest message in bytes.
    """
    ready, tell = os.pipe()
    if _fork() == 0:
        try:
            _hold_conversations(path, most, tell)
        finally:
            os._exit(0)
    os.close(tell)
    os.read(ready, 1)
    os.close(ready)


def _fork() -> int:
    try:
        return os.fork()
    except BlockingIOError:  # too many processes; those that have ended count until they are reaped
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        return os.fork()


def _hold_conversations(path: str, most: int, tell: int | None) -> None:
    """One after the other, each in a copy of its own that ends with it, until nobody listens.

    `tell` is closed when the first one can begin.
    """
    # An interrupt is meant for the cell that the kernel runs, and goes to all of its group.
    interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What is printed from here on would be lost, or wait for threads that the copy has not got.
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115  (until the process ends)
    while True:
        with socket.socket(socket.AF_UNIX) as endpoint:
            endpoint.connect(path)
            if tell is not None:  # the first copy is made at once: later there may be no room
                os.close(tell)
                tell = None
            elif not endpoint.recv(1, socket.MSG_PEEK):  # most often nobody needs a second one
                continue
            pid = os.fork()
            if pid == 0:
                signal.signal(signal.SIGINT, interrupt)
                Learner(get_ipython().user_ns, endpoint, most).listen()
                os._exit(0)
            _wait_for_end(pid, endpoint)


def _wait_for_end(pid: int, endpoint: socket.socket) -> None:
    """Wait until the process has ended or the examiner has hung up, and see that both are true."""
    poll = select.poll()
    poll.register(endpoint, select.POLLHUP)
    while os.waitpid(pid, os.WNOHANG)[0] == 0:
        if poll.poll(50):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return


class Learner:
    """The learner's side of the conversation."""

    def __init__(self, namespace: dict[str, Any], endpoint: socket.socket, most: int) -> None:
        self._namespace = namespace
        self._connection = Connection(endpoint, most, lambda: None)
        self._objects: list[Any] = []  # what the examiner holds references to
        self._numbers: dict[int, int] = {}
        self._generators = Generators("learner")

    def listen(self) -> None:
        """Answer until the examiner closes the connection."""
        while True:
            try:
                body, blobs = self._connection.receive()
                self._respond(body, blobs)
            except Closed:
                return
            except KeyboardInterrupt:
                continue

    def _respond(self, body: dict[str, Any], blobs: list[bytes]) -> None:
        mutables = Mutables()
        self._generators.update(body["rngs"])
        self._generators.forget(body["forget"])
        decode = Decoder(blobs, mutables, self._generators, self._resolve).decode
        args = decode(body["args"])
        kwargs = decode(body["kwargs"])
        before = [value.copy() for value in mutables.objects]
        encoder = Encoder(mutables, self._generators, self._refer)
        try:
            result = self._perform(body, args, kwargs)
            reply = {"result": encoder.encode(result)}
        except CannotCross as reason:
            reply = {"cannot": str(reason)}
        except BaseException as error:
            reply = {"raised": describe(error)}
        try:
            changed = [
                [number, encoder.contents(value)]
                for number, (value, old) in enumerate(
                    zip(mutables.objects[: len(before)], before, strict=True)
                )
                if _differs(value, old)
            ]
            self._reply(reply | {"changed": changed}, encoder.blobs)
        except CannotCross as reason:
            self._reply({"cannot": str(reason), "changed": []}, [])

    def _reply(self, reply: dict[str, Any], blobs: list[bytes]) -> None:
        self._connection.send(reply | {"rngs": self._generators.changes()}, blobs)

    def _perform(self, body: dict[str, Any], args: Any, kwargs: Any) -> Any:
        if body["do"] == "name":
            if body["name"] in self._namespace:
                return self._namespace[body["name"]]
            raise NameError(f"name {body['name']!r} is not defined")
        target = self._objects[body["target"]]
        if body["do"] == "set":
            return setattr(target, body["name"], args[0])
        if body["name"]:
            target = getattr(target, body["name"])
        if body["do"] == "call":
            return target(*args, **kwargs)
        if body["do"] == "call in turn":
            return [target(*each) for each in args[0]]
        return target

    def _resolve(self, data: list[Any]) -> Any:
        if data[0] == "object":
            return self._objects[data[1]]
        return self._callback(data[1])

    def _refer(self, value: Any) -> list[Any]:
        number = self._numbers.setdefault(id(value), len(self._objects))
        if number == len(self._objects):
            self._objects.append(value)  # which also keeps its id from being used again
        return ["object", number, type(value).__name__, *_methods(value)]

    def _callback(self, number: int) -> Callable[..., Any]:
        """A function of the examiner's: calling it asks the examiner and waits for its answer."""

        def function(*args: Any, **kwargs: Any) -> Any:
            mutables = Mutables()
            encoder = Encoder(mutables, self._generators, self._refer)
            body = {
                "callback": number,
                "args": encoder.encode(args),
                "kwargs": encoder.encode(kwargs),
                "rngs": self._generators.changes(),
            }
            self._connection.send(body, encoder.blobs)
            while True:
                body, blobs = self._connection.receive()
                if "do" not in body:
                    break
                self._respond(body, blobs)
            self._generators.update(body["rngs"])
            if "raised" in body:
                name, message = body["raised"]
                raise getattr(builtins, name)(message)
            return Decoder(blobs, mutables, self._generators, self._resolve).decode(body["result"])

        return function


def _methods(value: Any) -> list[str]:
    """The names of the functions that an object's class defines in plain sight."""
    if type(value).__module__ == "builtins":
        return []
    found: dict[str, Any] = {}
    for base in reversed(type(value).__mro__):
        found.update(vars(base))
    own = getattr(value, "__dict__", {})
    return [name for name in found if isinstance(found[name], FunctionType) and name not in own]


def describe(error: BaseException) -> dict[str, Any]:
    """An exception as its built-in types, its message, and where in the learner's code it was."""
    kinds = [kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins"]
    try:
        message = str(error.args[0]) if isinstance(error, KeyError) and error.args else str(error)
    except Exception:
        message = ""
    function, where = _origin(error.__traceback__)
    return {
        "kinds": kinds,
        "message": message[:10_000],
        "function": function,
        "where": where,
    }


def _origin(traceback: TracebackType | None) -> tuple[str, str]:
    """The innermost function, and the last line of the learner's own cells."""
    function, where = "", ""
    while traceback is not None:
        frame, line = traceback.tb_frame, traceback.tb_lineno
        if frame.f_globals is not globals():
            function = frame.f_code.co_qualname
        if frame.f_globals.get("__name__") == "__main__":
            text = linecache.getline(frame.f_code.co_filename, line).strip()
            where = f"Line {line} of your cell: {text}" if text else f"Line {line} of your cell."
        traceback = traceback.tb_next
    return function[:200], where[:500]


def _differs(value: Any, old: Any) -> bool:
    if isinstance(value, np.ndarray):
        return value.shape != old.shape or value.tobytes() != old.tobytes()
    if isinstance(value, dict):
        value, old = [*value.items()], [*old.items()]
        value, old = [x for pair in value for x in pair], [x for pair in old for x in pair]
    return len(value) != len(old) or any(a is not b for a, b in zip(value, old, strict=True))
