"""What comes over the wire may be anything: only plain values are made of it, or an error."""

import io
import json
import math
import socket
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from examiner.inside.codec import (
    CannotCross,
    Decoder,
    Encoder,
    Generators,
    Mutables,
    read_array,
)
from examiner.inside.connection import HEAD, Connection

ERRORS = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, SyntaxError)

PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters())
KEYS = st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]))
ARRAYS = hnp.arrays(
    st.sampled_from([np.bool_, np.int8, np.uint64, np.float16, np.float64, np.complex64]),
    hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
)
VALUES = st.recursive(
    PLAIN | ARRAYS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=8,
)


def refuse(value: Any) -> Any:
    raise CannotCross(type(value).__name__)


def cross(value: Any) -> Any:
    """Encode a value, send it as text, and decode it with nothing in common but that."""
    encoder = Encoder(Mutables(), Generators("a"), refuse)
    data = json.loads(json.dumps(encoder.encode(value)))
    return Decoder(encoder.blobs, Mutables(), Generators("b"), refuse).decode(data)


def same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        order = one.flags.f_contiguous == other.flags.f_contiguous
        return one.dtype == other.dtype and one.tobytes() == other.tobytes() and order
    if isinstance(one, float):
        return one == other or (math.isnan(one) and math.isnan(other))
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    if isinstance(one, str):
        return one.encode("utf-8", "replace") == other.encode("utf-8", "replace")
    return one == other


@given(VALUES)
def test_plain_values_arrive_as_they_were(value: Any) -> None:
    assert same(cross(value), value)


def test_what_is_shared_stays_shared() -> None:
    x = np.zeros(2)
    names: list[Any] = [x]
    names.append(names)
    found = cross((x, names, {"x": x}))
    assert found[1][0] is found[0]
    assert found[1][1] is found[1]
    assert found[2]["x"] is found[0]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
        | st.tuples(
            st.sampled_from(
                ["array", "scalar", "float", "same", "tuple", "list", "dict", "rng", "dtype"]
            ),
            inner,
            inner,
        ).map(list)
    ),
    max_leaves=12,
)


@given(JSON, st.lists(st.binary(max_size=200), max_size=2))
def test_nonsense_is_refused_or_plain(data: Any, blobs: list[bytes]) -> None:
    try:
        value = Decoder(blobs, Mutables(), Generators("b"), refuse).decode(data)
    except (*ERRORS, CannotCross):
        return
    assert isinstance(value, None.__class__ | bool | int | float | str | list | tuple | dict
                      | np.dtype | np.ndarray | np.generic)  # fmt: skip


def npy(header: dict[str, Any] | str, data: bytes, version: bytes = b"\x01\x00") -> bytes:
    text = (header if isinstance(header, str) else repr(header)).encode() + b"\n"
    return b"\x93NUMPY" + version + len(text).to_bytes(2, "little") + text + data


def header(**changes: Any) -> dict[str, Any]:
    return {"descr": "<f8", "fortran_order": False, "shape": (2,)} | changes


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x93NUMPY",
        npy(header(), bytes(8)),
        npy(header(), bytes(17)),
        npy(header(shape=(10**15,)), bytes(16)),
        npy(header(shape=(-2,)), bytes(16)),
        npy(header(shape=(-1, -2)), bytes(16)),
        npy(header(shape=(1.0,)), bytes(8)),
        npy(header(shape=(10**30,)), b""),
        npy(header(descr="|O"), bytes(16)),
        npy(header(descr="<U2"), bytes(16)),
        npy(header(descr="<M8[s]"), bytes(16)),
        npy(header(descr=[("a", "<f8")]), bytes(16)),
        npy(header(descr=("<f8", (2,))), bytes(32)),
        npy(header(descr="|V8"), bytes(16)),
        npy(header(), bytes(16), version=b"\x02\x00"),
        npy("__import__('os').getpid()", bytes(16)),
        npy("(" * 9000, bytes(16)),
        npy(header(extra=1), bytes(16)),
    ],
    ids=range(19),
)
def test_npy_bytes_that_lie(data: bytes) -> None:
    with pytest.raises((*ERRORS, MemoryError, RecursionError)):
        read_array(data)


def test_npy_bytes_that_numpy_writes() -> None:
    for array in (np.zeros((3, 0)), np.array(2.5), np.asfortranarray(np.eye(3)), np.arange(3)):
        buffer = io.BytesIO()
        np.save(buffer, array)
        found = read_array(buffer.getvalue())
        assert same(found, array)
        assert found.flags.writeable


def state(kind: str, **changes: Any) -> Any:
    """A generator's state as it travels, with changes by dotted name."""
    generators = Generators("a")
    generators.key(np.random.Generator(getattr(np.random, kind)(1)))
    (found,) = generators.changes().values()
    for name, value in changes.items():
        target, *inner = name.split("__")
        if inner:
            found[target][inner[0]] = value
        else:
            found[target] = value
    return found


@pytest.mark.parametrize(
    "wrong",
    [
        state("MT19937", state__pos=10**6),
        state("MT19937", state__pos=-5),
        state("MT19937", state__key=[1, 2, 3]),
        state("Philox", buffer_pos=-1),
        state("Philox", buffer_pos=5),
        state("Philox", buffer=[1]),
        state("PCG64", has_uint32=7),
        state("PCG64", uinteger=2**40),
        state("PCG64", uinteger="1"),
        state("PCG64", state__state=2**200),
        state("PCG64", state__state="x"),
        state("PCG64", bit_generator="MT19937"),
        state("PCG64", bit_generator="bytes"),
        {"bit_generator": "PCG64"},
        [],
        None,
        3,
    ],
    ids=range(17),
)
def test_states_that_numpy_would_not_look_at(wrong: Any) -> None:
    """numpy takes positions as they are, and reads memory there."""
    with pytest.raises(ERRORS):
        Generators("b").update({"x": wrong})


def test_the_number_of_generators_is_limited() -> None:
    generators = Generators("b")
    one = state("PCG64")
    with pytest.raises(ValueError, match="too many"):
        generators.update({str(number): one for number in range(20_000)})


class TestConnection:
    @pytest.fixture
    def ends(self) -> Any:
        one, other = socket.socketpair()
        with one, other:
            yield one, other

    def test_messages(self, ends: Any) -> None:
        one, other = (Connection(end, 1000_000, lambda: None) for end in ends)
        one.send({"a": [1]}, [b"x", b""])
        one.send(None, [])
        assert other.receive() == ({"a": [1]}, [b"x", b""])
        assert other.receive() == (None, [])

    @pytest.mark.parametrize(
        "data",
        [
            HEAD.pack(2**32 - 1, 5),
            HEAD.pack(10, 20),
            HEAD.pack(900, 900) + b"x" * 900,
            HEAD.pack(4, 4) + b"{}{}",
            HEAD.pack(2, 2) + b"12",
            HEAD.pack(11, 11) + b"[1, [-1]]  ",
            HEAD.pack(12, 12) + b'[1, ["a"]]  ',
            HEAD.pack(8, 8) + b"[1, 2]  ",
            HEAD.pack(60_000, 60_000) + b"[" * 60_000,
        ],
        ids=range(9),
    )
    def test_messages_that_are_none(self, ends: Any, data: bytes) -> None:
        ends[0].sendall(data)
        with pytest.raises((ValueError, TypeError)):
            Connection(ends[1], 1_000_000, lambda: None).receive()

    def test_too_large_to_send(self, ends: Any) -> None:
        with pytest.raises(CannotCross, match="2 MB at once"):
            Connection(ends[0], 1_000_000, lambda: None).send(None, [bytes(2_000_000)])

    def test_waiting_ends_when_it_is_told_to(self, ends: Any) -> None:
        def wait() -> None:
            raise RuntimeError("enough")

        ends[0].sendall(b"x")
        with pytest.raises(RuntimeError, match="enough"):
            Connection(ends[1], 1000, wait).receive()
