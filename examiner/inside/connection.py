"""Whole messages over a socket between the examiner and a learner's process."""

import json
import socket
import struct
from collections.abc import Callable
from typing import Any

from .codec import CannotCross

TEXT_SHARE = 16  # numbers as text take many times their size once they are read
HEAD = struct.Struct("!II")
TENTH_OF_A_SECOND = struct.pack("ll", 0, 100_000)  # a C timeval


class Closed(Exception):
    """The other side has gone."""


class Connection:
    """Whole messages over a socket; `wait` is asked between bytes and may raise to give up."""

    def __init__(self, endpoint: socket.socket, most: int, wait: Callable[[], None]) -> None:
        self._socket, self._most, self._wait = endpoint, most, wait
        self._received = bytearray()
        endpoint.setblocking(True)
        for direction in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            endpoint.setsockopt(socket.SOL_SOCKET, direction, TENTH_OF_A_SECOND)

    def send(self, body: Any, blobs: list[bytes]) -> None:
        """Send a message. Raises CannotCross if it is too large and Closed."""
        try:
            text = json.dumps([body, [len(blob) for blob in blobs]]).encode()
        except ValueError as error:
            raise CannotCross("a number with too many digits") from error
        size = len(text) + sum(map(len, blobs))
        if size > self._most or len(text) > self._most // TEXT_SHARE:
            raise CannotCross(f"{size / 1e6:.0f} MB at once")
        rest = memoryview(b"".join([HEAD.pack(size, len(text)), text, *blobs]))
        while rest:
            try:
                rest = rest[self._socket.send(rest) :]
            except BlockingIOError:
                self._wait()
            except OSError as error:
                raise Closed from error

    def receive(self) -> tuple[Any, list[bytes]]:
        """The next message. Raises ValueError for what is none, and Closed."""
        size, length = HEAD.unpack(self._read(HEAD.size))
        if not length <= size <= self._most or length > self._most // TEXT_SHARE:
            raise ValueError(f"a message of {size / 1e6:.0f} MB")
        data = self._read(size)
        try:
            body, sizes = json.loads(data[:length])
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        blobs, start = [], length
        for size in sizes:
            if type(size) is not int or size < 0:
                raise ValueError("a blob of no size")
            blobs.append(data[start : start + size])
            start += size
        return body, blobs

    def _read(self, size: int) -> bytes:
        while len(self._received) < size:
            self._wait()
            try:
                part = self._socket.recv(max(size - len(self._received), 1 << 16))
            except BlockingIOError:
                continue
            except OSError as error:
                raise Closed from error
            if not part:
                raise Closed
            self._received += part
        data = bytes(self._received[:size])
        del self._received[:size]
        return data
