"""What the learner has defined, as proxies that the examiner's own code can use.

A proxy holds nothing but a number. Calling it, or reading or setting an attribute, asks the
learner's process and gives back plain values, or proxies again.
"""

import builtins
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NoReturn

from .inside.codec import CannotCross, Decoder, Encoder, Generators, Mutables
from .inside.connection import Closed, Connection

NAMES = ("__name__", "__qualname__")
MAX_REFERENCES = 100_000


class Gone(Exception):
    """The learner's process does not answer any more; the message says why."""


class TooSlow(Gone):
    """It took longer than it may."""


class Proxy:
    """A function, class or object of the learner's, or one's `method` that nobody asked for yet."""

    __slots__ = ("_bridge", "_method", "_methods", "_number")

    def __init__(
        self, bridge: "Bridge", number: int, methods: Sequence[str] = (), method: str = ""
    ) -> None:
        object.__setattr__(self, "_bridge", bridge)
        object.__setattr__(self, "_number", number)
        object.__setattr__(self, "_methods", frozenset(methods))  # that its class is said to define
        object.__setattr__(self, "_method", method)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Ask the learner's process to call it."""
        return self._bridge.ask("call", self._number, self._method, args, kwargs)

    def call_in_turn(self, arguments: Sequence[tuple[Any, ...]]) -> list[Any]:
        """Call it once with each of these arguments, in one message."""
        results: list[Any] = self._bridge.ask(
            "call in turn", self._number, self._method, (list(arguments),)
        )
        return results

    def __getattr__(self, name: str) -> Any:
        # What numpy or Python look for by themselves is never the learner's to define: np.all(x)
        # asks x.all() first.
        caller = sys._getframe(1).f_globals.get("__name__", "")
        if (name.startswith("__") and name not in NAMES) or caller.split(".")[0] == "numpy":
            raise AttributeError(name)
        if name in self._methods:
            return _proxy_class("method")(self._bridge, self._number, method=name)
        return self._bridge.ask("get", self._known_number(), name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("__"):
            raise AttributeError(name)
        self._bridge.ask("set", self._known_number(), name, (value,))

    def _known_number(self) -> int:
        """The number of what it stands for; a method is asked for when it is not just called."""
        if self._method:
            method = self._bridge.ask("get", self._number, self._method)
            if not isinstance(method, Proxy):
                raise TypeError(f"{self._method} is no method")
            object.__setattr__(self, "_number", method._number)
            object.__setattr__(self, "_method", "")
        return self._number

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError("An object of the submission cannot be copied by a test.")

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
        self.fault, self.slow, self.closed = "", False, False
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
        try:
            result, error = self._exchange(do, target, name, args, dict(kwargs or {}))
        except CannotCross as reason:
            self._fail(str(reason))
        except Closed:
            self.closed = True
            self._fail("The Python process of the notebook ended while your code was running.")
        except Gone as reason:
            self.slow |= isinstance(reason, TooSlow)
            self._fail(str(reason))
        except Exception:  # the answer is not what serve.py would have sent
            self._fail("The Python process of the notebook gave an answer that makes no sense.")
        finally:
            self._wait = outer
        if error is not None:
            raise error
        return result

    def _exchange(
        self, do: str, target: int, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[Any, Exception | SystemExit | None]:
        """Send a question and wait for its answer: a result, or the learner's exception."""
        mutables = Mutables()
        encoder = Encoder(mutables, self._generators, self._refer)
        try:
            question = {
                "do": do,
                "target": target,
                "name": name,
                "args": encoder.encode(args),
                "kwargs": encoder.encode(kwargs),
                "rngs": self._generators.changes(),
                "forget": self._generators.forget_unused(),
            }
            given = list(mutables.objects)
            self._connection.send(question, encoder.blobs)
        except CannotCross as reason:
            raise CannotCross(f"The test cannot pass on {reason}.") from None
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
        if "cannot" in answer:
            what = str(answer["cannot"])[:200]
            raise CannotCross(f"Your code returned {what}, which cannot be graded.")
        return result, _exception(answer["raised"]) if "raised" in answer else None

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
        except Gone:
            raise
        except CannotCross as reason:
            raise CannotCross(f"The test cannot pass on {reason}.") from None
        except Exception as error:
            kind = type(error) if type(error).__module__ == "builtins" else RuntimeError
            reply = {"raised": [kind.__name__, str(error)]}
        self._connection.send(reply | {"rngs": self._generators.changes()}, encoder.blobs)

    def _refer(self, value: Any) -> list[Any]:
        if isinstance(value, Proxy):
            return ["object", value._known_number()]
        if callable(value):
            self._functions.append(value)
            return ["callback", len(self._functions) - 1]
        raise CannotCross(f"an object of type {type(value).__name__}")

    def _resolve(self, data: list[Any]) -> Any:
        tag, number, kind, *methods = data
        if tag != "object" or type(number) is not int or not str(kind).isidentifier():
            raise ValueError("no reference")
        if number not in self._proxies:
            if len(self._proxies) > MAX_REFERENCES:
                raise ValueError("too many references")
            self._proxies[number] = _proxy_class(kind[:50])(self, number, methods)
        return self._proxies[number]


@lru_cache(maxsize=1000)
def _proxy_class(name: str) -> type[Proxy]:
    """Proxies bear the name of the learner's class, for messages to tell."""
    return type(name, (Proxy,), {"__slots__": ()})


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
