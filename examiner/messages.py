"""The messages of a kernel: how they come, and what they say, where they may say anything."""

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any

import zmq
from jupyter_client import BlockingKernelClient

MAX_MESSAGE = 10_000_000  # bytes; a larger one is not even received
MAX_WAITING = 100  # messages; what comes on top waits in the learner's own memory
MILLISECONDS_TO_SEND = 3000


class Channels:
    """What goes to a kernel, as requests, and what comes back, on two channels.

    Everything that sends raises zmq.ZMQError where nobody takes it any more.
    """

    def __init__(self, client: BlockingKernelClient) -> None:
        self._client, self._poller = client, zmq.Poller()

    def open(self) -> None:
        """Connect to the kernel, whose sockets have to be there."""
        self._client.start_channels(stdin=False, hb=False, control=False)
        self._outputs = self._client.iopub_channel.socket
        self._names = {self._outputs: "iopub", self._client.shell_channel.socket: "shell"}
        for channel in self._names:
            self._poller.register(channel, zmq.POLLIN)

    def close(self) -> None:
        """Listen no longer."""
        if self._client.channels_running:
            self._client.stop_channels()

    def greet(self) -> None:
        """Ask the kernel who it is, for it to answer something."""
        self._client.kernel_info()

    def execute(self, code: str, silent: bool = False) -> str:
        """Ask the kernel to run a cell, and return the message's id."""
        message: str = self._client.execute(
            code, silent=silent, allow_stdin=False, stop_on_error=False
        )
        return message

    def messages(self, milliseconds: int = 100) -> Iterator[tuple[str, dict[str, Any]]]:
        """Messages that are there or come within this time, each with its channel's name."""
        for ready, _ in self._poller.poll(milliseconds):
            parts = ready.recv_multipart()
            try:
                _, parts = self._client.session.feed_identities(parts)
                # Not session.deserialize: a signature proves nothing where the signer is not to
                # be trusted, and it takes longer than all the rest.
                header, parent, _, content = map(json.loads, parts[1:5])
                kind = header["msg_type"]
            except Exception:  # the learner's process can send whatever it likes
                continue
            yield (
                self._names[ready],
                {"msg_type": kind, "parent_header": parent, "content": content},
            )

    def listen_again(self) -> None:
        """Connect to the kernel's outputs anew: zmq does not, after a message that is too large."""
        address = self._outputs.last_endpoint
        with suppress(zmq.ZMQError):
            self._outputs.disconnect(address)
        self._outputs.connect(address)


@cache
def context() -> zmq.Context[Any]:
    """Sockets that take no more, and wait no longer, than a learner's process is worth."""
    made = zmq.Context()
    made.setsockopt(zmq.MAXMSGSIZE, MAX_MESSAGE)
    made.setsockopt(zmq.RCVHWM, MAX_WAITING)
    made.setsockopt(zmq.SNDTIMEO, MILLISECONDS_TO_SEND)
    made.setsockopt(zmq.LINGER, 0)
    return made


def request_of(message: dict[str, Any]) -> Any:
    """The id of the request that a message answers, if it says one."""
    parent = message.get("parent_header")
    return parent.get("msg_id") if isinstance(parent, dict) else None


def is_last(channel: str, message: dict[str, Any]) -> bool:
    """Whether a message says that the kernel is done with the request that it belongs to."""
    return channel == "shell" or _content(message).get("execution_state") == "idle"


def asks_to_exit(reply: dict[str, Any]) -> bool:
    """Whether the cell called exit() or quit(), which a kernel leaves to its client."""
    payload = _content(reply).get("payload")
    return isinstance(payload, list) and {"source": "ask_exit", "keepkernel": False} in payload


def _content(message: dict[str, Any]) -> dict[str, Any]:
    content = message.get("content")
    return content if isinstance(content, dict) else {}
