"""Values as JSON and npy bytes: the only things that cross between examiner and learner.

A message is a JSON text and the npy bytes that it refers to. Numbers, strings, None, lists,
tuples, dicts and arrays of numbers or booleans are copied. Random generators travel by their
state, everything else by a reference that only its owner can use. Decoding builds plain Python
and numpy values, whatever was sent. The module is used on both sides.
"""

import io
import math
import sys
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.random import Generator
from numpy.typing import NDArray

MAX_DEPTH = 30
MAX_GENERATORS = 10_000
BIT_GENERATORS = ("PCG64", "PCG64DXSM", "SFC64", "Philox", "MT19937")


class CannotCross(Exception):
    """A value that is neither plain nor something that the other side can hold a reference to."""


class Mutables:
    """Arrays, lists and dicts of one exchange, numbered in the order in which they were met.

    Both sides meet them in the same order, so a number stands for the same object on either.
    """

    def __init__(self) -> None:
        self.objects: list[Any] = []
        self._numbers: dict[int, int] = {}

    def add(self, value: Any) -> Any:
        """Give an object the next number."""
        self._numbers[id(value)] = len(self.objects)
        self.objects.append(value)  # which also keeps its id from being used again
        return value

    def number(self, value: Any) -> int | None:
        """The number of an object, if it has one."""
        return self._numbers.get(id(value))


class Generators:
    """Random generators that both sides know by the same key, kept in step by their state."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.known: dict[str, Generator] = {}
        self._synchronised: dict[str, Any] = {}
        self._named = 0

    def key(self, generator: Generator) -> str:
        """The key of a generator, a new one if it has not crossed before."""
        for key, other in self.known.items():
            if other is generator:
                return key
        if type(generator.bit_generator).__name__ not in BIT_GENERATORS:
            raise CannotCross(f"a generator with {type(generator.bit_generator).__name__}")
        key = f"{self.prefix}{self._named}"
        self._named += 1
        self.known[key] = generator
        return key

    def forget_unused(self) -> list[str]:
        """Drop the generators that nothing refers to but this list, and return their keys.

        Nobody can draw from them here any more, so the other side need not tell what it draws.
        """
        # One reference is the list's own, the other is getrefcount's.
        unused = [key for key in self.known if sys.getrefcount(self.known[key]) == 2]
        self.forget(unused)
        return unused

    def forget(self, keys: list[str]) -> None:
        """Keep these generators in step no longer."""
        for key in keys:
            self.known.pop(key, None)
            self._synchronised.pop(key, None)

    def changes(self) -> dict[str, Any]:
        """The states that the other side does not have yet."""
        changed = {}
        for key, generator in self.known.items():
            state = generator.bit_generator.state
            if not _same_state(state, self._synchronised.get(key)):
                self._synchronised[key] = state
                changed[key] = _plain_state(state)
        return changed

    def update(self, states: Any) -> None:
        """Take over what the other side has drawn. Raises ValueError for what is no state."""
        for key, state in dict(states).items():
            _check_state(state)
            if len(self.known) > MAX_GENERATORS:
                raise ValueError("too many generators")
            if key not in self.known:
                self.known[str(key)] = Generator(getattr(np.random, state["bit_generator"])())
            self.known[key].bit_generator.state = state
            self._synchronised[key] = self.known[key].bit_generator.state


def _same_state(state: Any, other: Any) -> bool:
    try:
        return bool(state == other)
    except ValueError:  # there are arrays in it
        return other is not None and _plain_state(state) == _plain_state(other)


def _plain_state(state: Any) -> Any:
    if isinstance(state, dict):
        return {str(key): _plain_state(value) for key, value in state.items()}
    if isinstance(state, np.ndarray):
        return [int(value) for value in state]
    return state if isinstance(state, str) else int(state)


def _check_state(state: Any) -> None:
    """Refuse what numpy would take without looking: it reads memory at the positions given."""
    if state["bit_generator"] not in BIT_GENERATORS:
        raise ValueError("unknown bit generator")
    inner = state["state"]
    positions = (state.get("buffer_pos", 0), 4), (inner.get("pos", 0), 624)
    flags = (state.get("has_uint32", 0), 1), (state.get("uinteger", 0), 2**32 - 1)
    for value, most in (*positions, *flags):
        if type(value) is not int or not 0 <= value <= most:
            raise ValueError("not the state of a generator")
    for values, length in ((inner.get("key"), (2, 624)), (inner.get("counter"), (4,)),
                           (state.get("buffer"), (4,))):  # fmt: skip
        if values is not None and len(values) not in length:
            raise ValueError("not the state of a generator")


class Encoder:
    """Values to JSON data and blobs of npy bytes."""

    def __init__(
        self, mutables: Mutables, generators: Generators, refer: Callable[[Any], list[Any]]
    ) -> None:
        self.blobs: list[bytes] = []
        self._mutables, self._generators, self._refer = mutables, generators, refer

    def encode(self, value: Any, depth: int = 0) -> Any:
        """Encode one value. Raises CannotCross."""
        if depth > MAX_DEPTH:
            raise CannotCross("something nested too deeply")
        if value is None or value is True or value is False:
            return value
        if isinstance(value, np.generic | np.ndarray):
            return self._array(value)
        if isinstance(value, str):
            return str(value).encode("utf-8", "replace").decode("utf-8")
        if isinstance(value, int):
            return int(value)
        if isinstance(value, float):
            return float(value) if math.isfinite(value) else ["float", repr(float(value))]
        if isinstance(value, Generator):
            return ["rng", self._generators.key(value)]
        if isinstance(value, np.dtype) or (
            isinstance(value, type) and issubclass(value, np.generic)
        ):
            return ["dtype", np.dtype(value).str]
        number = self._mutables.number(value)
        if number is not None:
            return ["same", number]
        if isinstance(value, tuple):
            return ["tuple", [self.encode(item, depth + 1) for item in value]]
        if isinstance(value, list):
            self._mutables.add(value)
            return ["list", [self.encode(item, depth + 1) for item in value]]
        if isinstance(value, dict):
            self._mutables.add(value)
            items = list(value.items())
            return ["dict", [[self.encode(item, depth + 1) for item in pair] for pair in items]]
        return self._refer(value)

    def contents(self, value: Any) -> Any:
        """Encode an object that has a number as what it holds now."""
        if isinstance(value, np.ndarray):
            return self._blob(value)
        if isinstance(value, list):
            return ["list", [self.encode(item, 1) for item in value]]
        return ["dict", [[self.encode(item, 1) for item in pair] for pair in value.items()]]

    def _array(self, value: Any) -> Any:
        if value.dtype.kind not in "biufc" or value.dtype.subdtype or value.dtype.names:
            raise CannotCross(f"an array of dtype {value.dtype}, not of numbers or booleans")
        if isinstance(value, np.generic):
            return ["scalar", *self._blob(np.asarray(value))[1:]]
        number = self._mutables.number(value)
        if number is not None:
            return ["same", number]
        self._mutables.add(value)
        return self._blob(value)

    def _blob(self, value: NDArray[Any]) -> list[Any]:
        array = np.asarray(value)
        fortran = array.flags.f_contiguous and not array.flags.c_contiguous
        header = _write_header(array.shape, fortran, array.dtype)
        self.blobs.append(header + array.tobytes("F" if fortran else "C"))
        return ["array", len(self.blobs) - 1, bool(value.flags.writeable)]


class Decoder:
    """JSON data and blobs back to values."""

    def __init__(
        self,
        blobs: list[bytes],
        mutables: Mutables,
        generators: Generators,
        resolve: Callable[[list[Any]], Any],
    ) -> None:
        self._blobs, self._mutables = blobs, mutables
        self._generators, self._resolve = generators, resolve

    def decode(self, data: Any, depth: int = 0) -> Any:
        """Decode one value. Raises ValueError, TypeError, KeyError or IndexError for nonsense."""
        if depth > MAX_DEPTH:
            raise ValueError("nested too deeply")
        if not isinstance(data, list):
            if data is None or isinstance(data, bool | int | float | str):
                return data
            raise TypeError("a value without a tag")
        tag, content = data[0], data[1]
        if tag == "array":
            array = read_array(self._blobs[content])
            array.flags.writeable = bool(data[2])
            return self._mutables.add(array)
        if tag == "scalar":
            return read_array(self._blobs[content])[()]
        if tag == "float":
            return float(content)
        if tag == "same":
            return self._mutables.objects[content]
        if tag == "tuple":
            return tuple([self.decode(item, depth + 1) for item in content])
        if tag in ("list", "dict"):
            return self.fill(self._mutables.add([] if tag == "list" else {}), data, depth)
        if tag == "rng":
            return self._generators.known[content]
        if tag == "dtype":
            return np.dtype(content)
        return self._resolve(data)

    def fill(self, target: Any, data: list[Any], depth: int = 0) -> Any:
        """Give a list, dict or array the contents that `Encoder.contents` has encoded."""
        if isinstance(target, list):
            target[:] = [self.decode(item, depth + 1) for item in data[1]]
        elif isinstance(target, dict):
            pairs = [(self.decode(k, depth + 1), self.decode(v, depth + 1)) for k, v in data[1]]
            target.clear()
            target.update(pairs)
        else:
            array = read_array(self._blobs[data[1]])
            if array.shape != target.shape:
                raise ValueError("an array that has changed its shape in place")
            np.copyto(target, array, casting="equiv")
        return target


def read_array(data: bytes) -> NDArray[Any]:
    """The array in npy bytes; its header must tell the truth about them.

    Raises ValueError.
    """
    start = 10 + int.from_bytes(data[8:10], "little")
    shape, fortran, dtype = _read_header(data[:start])
    rest = data[start:]
    if len(rest) != math.prod(shape) * dtype.itemsize:
        raise ValueError("an array whose size is not what its header says")
    array = np.frombuffer(bytearray(rest), dtype)
    if dtype.kind == "b":  # in memory a true one may be any byte, and count for more than one
        array = array.view(np.uint8) != 0
    return array.reshape(shape, order="F" if fortran else "C")


@lru_cache(maxsize=256)
def _write_header(shape: tuple[int, ...], fortran: bool, dtype: np.dtype[Any]) -> bytes:
    buffer = io.BytesIO()
    description = npy.dtype_to_descr(dtype)
    npy.write_array_header_1_0(
        buffer, {"descr": description, "fortran_order": fortran, "shape": shape}
    )
    return buffer.getvalue()


@lru_cache(maxsize=256)
def _read_header(header: bytes) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    buffer = io.BytesIO(header)
    try:
        if npy.read_magic(buffer) != (1, 0):
            raise ValueError("an unknown version of npy")
        shape, fortran, dtype = npy.read_array_header_1_0(buffer)
    except Exception as error:  # numpy tries to mend a header, with errors of its tokenizer
        raise ValueError("a header that cannot be read") from error
    if dtype.kind not in "biufc" or dtype.subdtype:
        raise ValueError(f"an array of dtype {dtype}")
    if any(size < 0 for size in shape):
        raise ValueError("a negative shape")
    return shape, fortran, dtype
