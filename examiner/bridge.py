"""What the learner has defined, as proxies that the examiner's own code can use.

A proxy holds nothing but a number. Calling it, or reading or setting an attribute, asks the
learner's process and gives back plain values, or proxies again.
"""

import builtins
import socket
from collections.abc import Callable, Mapping
from typing import Any

from .inside.codec import (
    CannotCross,
    Closed,
    Connection,
    Decoder,
    Encoder,
    Generators,
    Mutables,
)

NAMES = ("__name__", "__qualname__", "__module__", "__doc__")


class Gone(Exception):
    """The learner's process does not answer any more; the message says why."""


class TooSlow(Gone):
    """It took longer than it may."""


class Proxy:
    """A function, class or object of the learner's."""

    __slots__ = ("_bridge", "_number")

    def __init__(self, bridge: "Bridge", number: int) -> None:
        object.__setattr__(self, "_bridge", bridge)
        object.__setattr__(self, "_number", number)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Ask the learner's process to call it."""
        return self._bridge.ask("call", self._number, "", args, kwargs)

    def __getattr__(self, name: str) -> Any:
        # What numpy, copy or pickle would look for is never the learner's to define.
        if name.startswith("__") and name not in NAMES:
            raise AttributeError(name)
        return self._bridge.ask("get", self._number, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("__"):
            raise AttributeError(name)
        self._bridge.ask("set", self._number, name, (value,))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of the submission>"


class Bridge:
    """A conversation with one copy of the learner's process.

    `limit` is called before each question and gives the function that ends waiting for its
    answer: it raises Gone. After a fault, which is a sentence, nothing that the tests concluded
    counts.
    """

    def __init__(
        self, endpoint: socket.socket, most: int, limit: Callable[[], Callable[[], None]]
    ) -> None:
        self.fault, self.slow = "", False
        self._wait = limit()
        self._limit = limit
        self._connection = Connection(endpoint, most, lambda: self._wait())
        self._generators = Generators("examiner")
        self._proxies: dict[int, Proxy] = {}
        self._functions: list[Callable[..., Any]] = []

    def name(self, name: str) -> Any:
        """What the learner's notebook calls by this name. Raises NameError."""
        return self.ask("name", 0, name)

    def ask(
        self,
        do: str,
        target: int,
        name: str = "",
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        """Ask one thing of the learner's process, and return or raise what it answers.

        Raises Gone if there is no answer or none that could be understood.
        """
        if self.fault:
            raise Gone(self.fault)
        outer, self._wait = self._wait, self._limit()
        mutables = Mutables()
        try:
            encoder = Encoder(mutables, self._generators, self._refer)
            question = {
                "do": do,
                "target": target,
                "name": name,
                "args": encoder.encode(args),
                "kwargs": encoder.encode(dict(kwargs or {})),
            }
            given = list(mutables.objects)
            self._connection.send(question | {"rngs": self._generators.changes()}, encoder.blobs)
            while True:
                answer, blobs = self._connection.receive()
                if "callback" not in answer:
                    break
                self._call_back(answer, blobs)
            self._generators.update(answer["rngs"])
            decoder = Decoder(blobs, mutables, self._generators, self._resolve)
            result = decoder.decode(answer["result"]) if "result" in answer else None
            for number, contents in answer["changed"]:
                decoder.fill(given[number], contents)
        except CannotCross as reason:
            self._fail(f"The test cannot pass on {reason}.")
        except Closed:
            self._fail("The Python process of the notebook ended while your code was running.")
        except Gone as reason:
            self.slow |= isinstance(reason, TooSlow)
            self._fail(str(reason))
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError,
                RecursionError, MemoryError, SyntaxError):  # fmt: skip
            self._fail("The Python process of the notebook gave an answer that makes no sense.")
        finally:
            self._wait = outer
        if "cannot" in answer:
            what = str(answer["cannot"])[:200]
            self._fail(f"Your code returned {what}, which cannot be graded.")
        if "raised" in answer:
            raise _exception(answer["raised"])
        return result

    def _fail(self, words: str) -> None:
        self.fault = words
        raise Gone(words) from None

    def _call_back(self, body: dict[str, Any], blobs: list[bytes]) -> None:
        """Let the learner's code call a function that it was given."""
        self._generators.update(body["rngs"])
        mutables = Mutables()
        decode = Decoder(blobs, mutables, self._generators, self._resolve).decode
        function = self._functions[body["callback"]]
        args, kwargs = decode(body["args"]), decode(body["kwargs"])
        encoder = Encoder(mutables, self._generators, self._refer)
        try:
            reply: dict[str, Any] = {"result": encoder.encode(function(*args, **kwargs))}
        except (Gone, CannotCross):
            raise
        except Exception as error:
            kind = type(error) if type(error).__module__ == "builtins" else RuntimeError
            reply = {"raised": [kind.__name__, str(error)]}
        self._connection.send(reply | {"rngs": self._generators.changes()}, encoder.blobs)

    def _refer(self, value: Any) -> list[Any]:
        if isinstance(value, Proxy):
            return ["object", object.__getattribute__(value, "_number")]
        if callable(value):
            self._functions.append(value)
            return ["callback", len(self._functions) - 1]
        raise CannotCross(f"an object of type {type(value).__name__}")

    def _resolve(self, data: list[Any]) -> Any:
        tag, number, kind = data
        if tag != "object" or type(number) is not int or not str(kind).isidentifier():
            raise ValueError("no reference")
        if number not in self._proxies:
            self._proxies[number] = type(str(kind)[:50], (Proxy,), {"__slots__": ()})(self, number)
        return self._proxies[number]


def _exception(told: Any) -> Exception | SystemExit:
    """The learner's exception as the closest built-in one.

    It says in `raised_in` and `raised_at` which function it came from, and from which line.
    """
    kinds = [kind for kind in told["kinds"] if isinstance(kind, str)]
    message = str(told["message"])[:10_000]
    error: Exception | SystemExit = RuntimeError(message)
    for name in kinds:
        kind = getattr(builtins, name, None)
        if isinstance(kind, type) and issubclass(kind, Exception | SystemExit):
            try:
                error = kind(message)
                break
            except Exception:  # UnicodeDecodeError, say, wants more than a message
                continue
    if "KeyboardInterrupt" in kinds:
        error = TimeoutError("it took too long and was stopped")
    error.raised_in = str(told["function"])[:200]  # type: ignore[union-attr]
    error.raised_at = str(told["where"])[:500]  # type: ignore[union-attr]
    return error
