"""A learner's kernel: runs cells one by one, within limits, and survives none of its misdeeds."""

import math
import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NoReturn

import psutil
import zmq
from nbformat import NotebookNode

from .bridge import Bridge, Gone, TooSlow
from .cold import new_directory
from .course import MB, Course, CourseError
from .messages import Channels, asks_to_exit, context, is_last, request_of
from .outputs import Outputs
from .provisioner import Manager
from .usage import size_of, uses_more
from .warm import WarmParent, make_home

SECONDS_TO_START = 60
SECONDS_TO_STOP = 3  # after an interrupt, before the process is killed
SECONDS_BETWEEN_LOOKS = 0.5


class Ended(Exception):
    """The learner's process is no more; the message says why."""

    outputs: tuple[NotebookNode, ...] | list[NotebookNode] = ()  # of the cell that ended it


class Stuck(Ended):
    """It would not stop, and had to be killed."""


class Refused(Exception):
    """It lives, and does not let itself be tested; the message says so."""


@dataclass
class Ran:
    """What came of a cell."""

    outputs: list[NotebookNode]
    timed_out: bool  # and was interrupted


@dataclass
class Snapshot:
    """A copy of the kernel's process at one moment."""

    listener: socket.socket
    endpoint: socket.socket | None  # where it waits for the first conversation


class Kernel:
    """A kernel in its sandbox. Use it as a context manager.

    `files` are put where its notebook runs. It is forked from `parent`, or else started cold.

    Raises CourseError if it does not start: that is nobody's fault but the machine's.
    """

    def __init__(
        self, course: Course, files: dict[str, bytes], parent: WarmParent | None = None
    ) -> None:
        self._limits = course.limits
        self._directory = parent.new_directory() if parent else new_directory()
        self._shared = self._directory / "shared"
        for name in ("shared", "bridge"):
            (self._directory / name).mkdir()
        make_home(self._directory / "home", files)
        connection_file = self._shared / "connection.json"
        self._manager = Manager(
            connection_file=str(connection_file),
            transport="ipc",
            ip=str(self._shared / "k"),
            context=context(),
        )
        try:
            self._manager.start_kernel(course=course, directory=self._directory, warm=parent)
        except ModuleNotFoundError as error:  # jupyter_client does not know our provisioner
            shutil.rmtree(self._directory)
            raise CourseError(
                "This package has changed since it was installed: install it again, with `make "
                "build` or `pip install --editable .`"
            ) from error
        self._process = self._manager.provisioner.process
        self._looked, self._own_memory = monotonic(), psutil.Process().memory_info().rss
        self._listeners: list[socket.socket] = []
        self._channels = Channels(self._manager.client())
        try:
            self._connect()
        except BaseException:
            self.close()
            raise
        connection_file.unlink()
        _close_off(self._shared)  # before the first cell of the learner's has run

    def __enter__(self) -> "Kernel":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Kill whatever runs, and remove what it has left."""
        self._channels.close()
        for listener in self._listeners:
            listener.close()
        self._process.kill()
        self._manager.cleanup_resources()
        os.chmod(self._shared, 0o700)
        # Not shutil.rmtree: it gives up on directories that are nested too deeply.
        subprocess.run(["rm", "-rf", str(self._directory)], check=False)

    def run(self, code: str, seconds: float, most_output: float = math.inf) -> Ran:
        """Run a cell and keep so many bytes of its outputs.

        Raises Ended, with the outputs so far in `outputs`, if that ends it all.
        """
        outputs = Outputs(min(self._limits.output_megabytes * MB, most_output))
        message = self._request(code)
        try:
            timed_out = self._finish(message, monotonic() + seconds, outputs.take)
        except Ended as end:
            end.outputs = outputs.found
            raise
        return Ran(outputs.found, timed_out)

    def snapshot(self) -> Snapshot:
        """Keep a copy of the kernel's process as it is now, for tests to question later.

        Raises Ended if the kernel does not survive it, and Refused if it makes no copy.
        """
        path = self._directory / "bridge" / str(len(self._listeners))
        listener = socket.socket(socket.AF_UNIX)
        self._listeners.append(listener)
        listener.bind(str(path))
        os.chmod(path, 0o666)
        listener.listen(1)
        most = self._limits.message_megabytes * MB
        module = "__import__('sys').modules['examiner.inside.serve']"
        request = self._request(f"{module}.snapshot({str(path)!r}, {most})", silent=True)
        endpoint = self._accept(listener, request)
        self._finish(request, monotonic() + SECONDS_TO_STOP, lambda message: None)
        return Snapshot(listener, endpoint)

    @contextmanager
    def bridge(self, snapshot: Snapshot, seconds: Callable[[], float]) -> Iterator[Bridge]:
        """A conversation with the process as it was then; another one starts from there again.

        `seconds` says how long the next answer may take. Raises Ended if there is nobody left to
        talk to.
        """
        endpoint = snapshot.endpoint or self._accept(snapshot.listener, "")
        snapshot.endpoint = None
        most = self._limits.message_megabytes * MB
        with endpoint:
            yield Bridge(endpoint, most, lambda: self._patience(seconds()))

    def _request(self, code: str, silent: bool = False) -> str:
        """Ask the kernel to run a cell, and return the message's id."""
        with self._sending():
            return self._channels.execute(code, silent)

    @contextmanager
    def _sending(self) -> Iterator[None]:
        try:
            yield
        except zmq.ZMQError:  # the other end has been closed, or nobody reads there any more
            self._kill(Stuck("The Python process of the notebook took no more messages."))

    def _accept(self, listener: socket.socket, request: str) -> socket.socket:
        """The connection that a copy of the process makes, before the request is done with."""
        until, refused = monotonic() + self._limits.seconds_per_call, False
        while True:
            listener.settimeout(0 if refused else 0.1)
            with suppress(TimeoutError, BlockingIOError):
                return listener.accept()[0]
            if refused:
                raise Refused("The Python process of the notebook does not answer the tests.")
            self.look()
            for channel, message in self._channels.messages(0):
                refused |= request_of(message) == request and is_last(channel, message)
            if monotonic() > until:
                self._kill(Stuck("The Python process of the notebook did not answer any more."))

    def _patience(self, seconds: float) -> Callable[[], None]:
        until = monotonic() + seconds

        def wait() -> None:
            try:
                self._look_at_limits()  # its death is noticed by what it does not answer
            except Ended as end:
                raise Gone(str(end)) from None
            if monotonic() > until:
                when = f"after {seconds:.0f} seconds" if seconds >= 1 else "at the end of its time"
                raise TooSlow(f"Your code was still running {when}.")

        return wait

    def _connect(self) -> None:
        """Wait until the kernel answers, on the channel that its outputs will come on as well."""
        until = monotonic() + SECONDS_TO_START
        sockets = [self._shared / f"k-{number}" for number in range(1, 6)]
        while not all(path.exists() for path in sockets):
            self._wait_for_start(until)
            sleep(0.005)
        self._channels.open()
        answered, welcomed = False, False
        self._channels.greet()
        while not (answered and welcomed):
            self._wait_for_start(until)
            for channel, _message in self._channels.messages():
                answered |= channel == "shell"
                # The kernel is subscribed to once any of its messages has come.
                welcomed |= channel == "iopub"
                if answered and not welcomed:
                    self._channels.greet()

    def _wait_for_start(self, until: float) -> None:
        if self._process.ended() or monotonic() > until:
            raise CourseError(
                "A kernel could not be started for grading: run `dropout-course doctor`."
            )

    def _finish(self, request: str, until: float, take: Callable[[Any], None]) -> bool:
        """Wait until a request is done with. Returns whether it had to be interrupted."""
        signs: set[str] = set()  # a reply and the idle status; one of them may get lost
        interrupted, settled = False, math.inf
        while len(signs) < 2 and monotonic() < settled:
            for channel, message in self._channels.messages():
                if request_of(message) != request:
                    continue
                if is_last(channel, message):
                    signs.add(channel)
                    settled = min(settled, monotonic() + 1)
                    if asks_to_exit(message):
                        self._kill(Ended("It called exit() or quit()."))
                elif channel == "iopub":
                    take(message)
            self.look()
            if not signs and monotonic() > until:
                if interrupted:
                    self._kill(Stuck("It could not be interrupted and had to be killed."))
                with self._sending():
                    self._manager.interrupt_kernel()
                interrupted, until = True, monotonic() + SECONDS_TO_STOP
        if "iopub" not in signs:
            self._channels.listen_again()
        return interrupted

    def look(self, seconds: float = 0) -> None:
        """See that the process lives and keeps within its memory and disk. Raises Ended.

        Where it may be about to end, wait so many seconds for that.
        """
        if self._process.ended(seconds):
            raise Ended("The Python process died.")
        self._look_at_limits()

    def _look_at_limits(self) -> None:
        if monotonic() < self._looked + SECONDS_BETWEEN_LOOKS:
            return
        self._looked = monotonic()
        if uses_more(self._process.pid, self._limits.memory_megabytes * MB):
            self._kill(Ended(f"It used more than {self._limits.memory_megabytes} MB of memory."))
        grown = psutil.Process().memory_info().rss - self._own_memory
        if grown > self._limits.memory_megabytes * MB:  # a message may come in very many parts
            self._kill(Ended("It sent more than can be taken."))
        if size_of(self._shared) > self._limits.scratch_megabytes * MB:
            self._kill(Ended(f"It wrote more than {self._limits.scratch_megabytes} MB to disk."))

    def _kill(self, reason: Ended) -> NoReturn:
        self._process.kill()
        raise reason


def _close_off(directory: Path) -> None:
    """Let no more files be made in a directory, as far as its user cannot undo that."""
    if os.geteuid() == 0:
        os.chown(directory, 0, 0)
    os.chmod(directory, 0o555)
