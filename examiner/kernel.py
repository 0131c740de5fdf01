"""A learner's kernel: runs cells one by one, within limits, and survives none of its misdeeds."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NoReturn

import psutil
import zmq
from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from nbformat import NotebookNode

from .bridge import Bridge, Gone, TooSlow
from .course import Course, CourseError
from .outputs import Outputs
from .sandbox import BWRAP, MB, Sandbox, command, environment

SECONDS_TO_START = 60
SECONDS_TO_STOP = 3  # after an interrupt, before the process is killed
SECONDS_BETWEEN_LOOKS = 0.25
MAX_MESSAGE = 50 * MB  # a larger one is not even received
MAX_WAITING = 100  # messages; what comes on top waits in the learner's own memory


class Ended(Exception):
    """The learner's process is no more; the message says why."""

    outputs: tuple[NotebookNode, ...] | list[NotebookNode] = ()  # of the cell that ended it


class Stuck(Ended):
    """It would not stop, and had to be killed."""


@dataclass
class Ran:
    """What came of a cell."""

    outputs: list[NotebookNode] = field(default_factory=list)
    timed_out: bool = False


class Kernel:
    """A kernel in its sandbox. Use it as a context manager.

    `files` are put where its notebook runs.

    Raises CourseError if it does not start: that is nobody's fault but the machine's.
    """

    def __init__(self, course: Course, files: dict[str, bytes]) -> None:
        self._limits = course.limits
        self._directory = Path(tempfile.mkdtemp(prefix="examiner-"))
        self._shared, home = self._directory / "shared", self._directory / "home"
        self._shared.mkdir(mode=0o700)
        (home / "work").mkdir(parents=True)
        _prepare(home, files)
        os.chmod(self._directory, 0o755)  # the learner's user passes through it
        connection_file, _ = write_connection_file(
            str(self._shared / "connection.json"), transport="ipc", ip=str(self._shared / "k")
        )
        sandboxed = Sandbox(config=course.config).kind == BWRAP
        scratch = self._directory / "scratch"
        scratch.mkdir()
        self._process = subprocess.Popen(
            command(course, self._shared, home, Path(connection_file)),
            env={} if sandboxed else environment(str(scratch)),
            cwd="/" if sandboxed else scratch,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._looked = monotonic()
        self._client = BlockingKernelClient(connection_file=connection_file, context=_context())
        try:
            self._client.load_connection_file()
            self._connect()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Kernel":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Kill whatever runs, and remove what it has left."""
        if self._client.channels_running:
            self._client.stop_channels()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        shutil.rmtree(self._directory, ignore_errors=True)

    def run(self, code: str, seconds: float) -> Ran:
        """Run a cell. Raises Ended, with the outputs so far in `outputs`, if that ends it all."""
        ran, outputs = Ran(), Outputs(self._limits.output_megabytes * MB)
        try:
            ran.timed_out = self._execute(code, seconds, outputs.take)
        except Ended as end:
            end.outputs = outputs.found
            raise
        ran.outputs = outputs.found
        return ran

    @contextmanager
    def bridge(self, seconds: Callable[[], float]) -> Iterator[Bridge]:
        """A conversation with a copy of the kernel's process as it is now.

        `seconds` says how long the next answer may take. Raises Ended if the kernel does not
        come back from it.
        """
        path = self._shared / "bridge"
        path.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(path))
            os.chmod(path, 0o666)
            listener.listen(1)
            listener.settimeout(0.1)
            most = self._limits.message_megabytes * MB
            code = (
                f"__import__('sys').modules['examiner.inside.serve'].serve({str(path)!r}, {most})"
            )
            message = self._client.execute(code, silent=True, store_history=False)
            endpoint = self._accept(listener)
            with endpoint:
                bridge = Bridge(endpoint, most, lambda: self._patience(seconds()))
                yield bridge
        until = monotonic() + (0 if bridge.fault else SECONDS_TO_STOP)
        self._finish(message, until, lambda message: None)

    def _accept(self, listener: socket.socket) -> socket.socket:
        until = monotonic() + SECONDS_TO_STOP
        while True:
            try:
                return listener.accept()[0]
            except TimeoutError:
                self._look()
                if monotonic() > until:
                    self._kill(Stuck("The Python process of the notebook did not answer any more."))

    def _patience(self, seconds: float) -> Callable[[], None]:
        until = monotonic() + seconds

        def wait() -> None:
            try:
                self._look()
            except Ended as end:
                raise Gone(str(end)) from None
            if monotonic() > until:
                raise TooSlow(f"Your code was still running after {seconds:.0f} seconds.")

        return wait

    def _connect(self) -> None:
        """Wait until the kernel answers, on the channel that its outputs will come on as well."""
        until = monotonic() + SECONDS_TO_START
        sockets = [self._shared / f"k-{number}" for number in range(1, 6)]
        while not all(path.exists() for path in sockets):
            self._wait_for_start(until)
            sleep(0.005)
        self._client.start_channels(stdin=False, hb=False)
        self._channels = {
            self._client.iopub_channel.socket: "iopub",
            self._client.shell_channel.socket: "shell",
        }
        self._poller = zmq.Poller()
        for channel in self._channels:
            self._poller.register(channel, zmq.POLLIN)
        answered, welcomed = False, False
        self._client.kernel_info()
        while not (answered and welcomed):
            self._wait_for_start(until)
            for channel, _message in self._messages():
                answered |= channel == "shell"
                # The kernel is subscribed to once any of its messages has come.
                welcomed |= channel == "iopub"
                if answered and not welcomed:
                    self._client.kernel_info()

    def _wait_for_start(self, until: float) -> None:
        if self._process.poll() is not None or monotonic() > until:
            raise CourseError(
                "A kernel could not be started for grading: run `dropout-course doctor`."
            )

    def _messages(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Messages that are there or come within a tenth of a second."""
        for ready, _ in self._poller.poll(100):
            parts = ready.recv_multipart()
            try:
                _, parts = self._client.session.feed_identities(parts)
                message = self._client.session.deserialize(parts)
            except Exception:  # the learner's process can send whatever it likes
                continue
            yield self._channels[ready], message

    def _execute(self, code: str, seconds: float, take: Callable[[Any], None]) -> bool:
        message = self._client.execute(code, allow_stdin=False, stop_on_error=False)
        return self._finish(message, monotonic() + seconds, take)

    def _finish(self, request: str, until: float, take: Callable[[Any], None]) -> bool:
        """Wait until a request is done with. Returns whether it had to be interrupted."""
        replied, idle, interrupted, expected = False, False, False, until
        while not (replied and (idle or monotonic() > expected)):
            for channel, message in self._messages():
                if _parent(message) != request:
                    continue
                if channel == "shell":
                    replied = True
                    expected = monotonic() + 1  # for an idle status that may have got lost
                elif message.get("msg_type") == "status":
                    idle |= message["content"].get("execution_state") == "idle"
                else:
                    take(message)
            self._look()
            if not replied and monotonic() > until:
                if interrupted:
                    self._kill(Stuck("It could not be interrupted and had to be killed."))
                self._interrupt()
                interrupted, until = True, monotonic() + SECONDS_TO_STOP
        return interrupted

    def _interrupt(self) -> None:
        session = self._client.session
        self._client.control_channel.send(session.msg("interrupt_request", content={}))

    def _look(self) -> None:
        """See that the process lives and keeps within its memory and disk. Raises Ended."""
        if self._process.poll() is not None:
            raise Ended("The Python process died.")
        if monotonic() < self._looked + SECONDS_BETWEEN_LOOKS:
            return
        self._looked = monotonic()
        if _memory(self._process.pid) > self._limits.memory_megabytes * MB:
            self._kill(Ended(f"It used more than {self._limits.memory_megabytes} MB of memory."))
        if _size(self._directory) > self._limits.scratch_megabytes * MB:
            self._kill(Ended(f"It wrote more than {self._limits.scratch_megabytes} MB to disk."))

    def _kill(self, reason: Ended) -> NoReturn:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        raise reason


@cache
def _context() -> zmq.Context[Any]:
    context = zmq.Context()
    context.setsockopt(zmq.MAXMSGSIZE, MAX_MESSAGE)
    context.setsockopt(zmq.RCVHWM, MAX_WAITING)
    context.setsockopt(zmq.LINGER, 0)
    return context


def _prepare(home: Path, files: dict[str, bytes]) -> None:
    """Put the files there, and matplotlib's list of fonts, which takes a second to make anew."""
    import matplotlib
    from matplotlib import font_manager  # noqa: F401  (makes the list if there is none yet)

    for name, data in files.items():
        target = home / "work" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    fonts = home / ".cache" / "matplotlib"
    fonts.mkdir(parents=True)
    for path in Path(matplotlib.get_cachedir()).glob("fontlist-*.json"):
        shutil.copyfile(path, fonts / path.name)


def _parent(message: dict[str, Any]) -> Any:
    parent = message.get("parent_header")
    return parent.get("msg_id") if isinstance(parent, dict) else None


def _memory(pid: int) -> int:
    """Memory of a process and all its descendants in bytes; shared pages count for each."""
    total = 0
    try:
        root = psutil.Process(pid)
        for process in [root, *root.children(recursive=True)]:
            try:
                total += process.memory_info().rss
            except psutil.Error:
                continue
    except psutil.Error:
        pass
    return total


def _size(directory: Path) -> int:
    total = 0
    for folder, _, names in os.walk(directory):
        for name in names:
            try:
                total += os.lstat(os.path.join(folder, name)).st_size + 4096
            except OSError:
                continue
    return total
