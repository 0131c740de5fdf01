"""MNIST in its original format: read from four files, which can be downloaded and are checked.

The notebooks do without it; `benchmarks/mnist.py` trains on it.
"""

import gzip
import struct
from contextlib import suppress
from hashlib import md5
from http.client import HTTPException
from math import prod
from os import PathLike
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen
from zlib import error as ZlibError  # noqa: N812 - it is an exception

import numpy as np
from numpy.typing import NDArray

# A mirror of LeCun, Cortes and Burges's files, which their own site no longer serves.
MIRROR = "https://ossci-datasets.s3.amazonaws.com/mnist/"

SIDE, CLASSES = 28, 10


class _File(NamedTuple):
    """One of the four files, and what is known of it where it holds the full set."""

    name: str
    shape: tuple[int, ...]  # (images or labels, then rows and columns of an image)
    compressed: str  # MD5 of the .gz file that mirrors serve
    content: str  # MD5 of what is in it, which other .gz files of the same data share


TRAIN_IMAGES = _File(
    "train-images-idx3-ubyte",
    (60_000, SIDE, SIDE),
    "f68b3c2dcbeaaa9fbdd348bbdeb94873",
    "6bbc9ace898e44ae57da46a324031adb",
)
TRAIN_LABELS = _File(
    "train-labels-idx1-ubyte",
    (60_000,),
    "d53e105ee54ea40749a09fcbcd1e9432",
    "a25bea736e30d166cdddb491f175f624",
)
TEST_IMAGES = _File(
    "t10k-images-idx3-ubyte",
    (10_000, SIDE, SIDE),
    "9fb629c4189551a2d022fa330f9573f3",
    "2646ac647ad5339dbf082846283269ea",
)
TEST_LABELS = _File(
    "t10k-labels-idx1-ubyte",
    (10_000,),
    "ec29112dd5afa0611ce80d1b7f02629c",
    "27ae3e4e09519cfbb04c329615203637",
)
FILES = (TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS)


class Mnist(NamedTuple):
    """A training and a test set. Pixels are float32 in [0, 1], 784 to an image."""

    x_train: NDArray[np.float32]  # (n_train, 784), 60,000 in the full set
    y_train: NDArray[np.int64]  # (n_train,), digits
    x_test: NDArray[np.float32]  # (n_test, 784), 10,000 in the full set
    y_test: NDArray[np.int64]  # (n_test,)


def load_mnist(directory: str | PathLike[str], *, verify: bool = True) -> Mnist:
    """Read MNIST, or a part of it, from four IDX files, plain or compressed as .gz.

    verify: compare files of the full set's size with the MD5 checksums of MNIST. Fashion-MNIST,
    for one, has files of the same names and sizes.

    Raises FileNotFoundError if the directory or a file is missing, and ValueError if a file is
    not in the format, is damaged, does not belong to the others or is not what it should be.
    """
    folder = Path(directory)
    if not folder.is_dir():
        raise FileNotFoundError(f"There is no directory {folder}.")
    train = _part(folder, TRAIN_IMAGES, TRAIN_LABELS, verify)
    return Mnist(*train, *_part(folder, TEST_IMAGES, TEST_LABELS, verify))


def download(directory: str | PathLike[str], *, mirror: str = MIRROR) -> None:
    """Download the four files of the full set, about 12 MB, into a directory made if need be.

    A file that is there and right is left alone; one that is not is replaced. Each is checked
    before it takes its name, so that nothing half written is ever taken for a file of the set.

    Raises ConnectionError if the mirror cannot be reached, and ValueError if what it sends has
    another checksum than MNIST has.
    """
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    for file in FILES:
        path = folder / f"{file.name}.gz"
        if path.is_file() and _md5(path.read_bytes()) == file.compressed:
            continue
        url = f"{mirror.rstrip('/')}/{path.name}"
        try:
            with urlopen(url, timeout=30) as answer:
                data = answer.read()
        except (OSError, HTTPException) as error:
            raise ConnectionError(
                f"{url} could not be downloaded ({error}): is this machine online?"
            ) from error
        if _md5(data) != file.compressed:
            raise ValueError(
                f"What {url} sent is not MNIST's file: its MD5 is {_md5(data)} "
                f"and not {file.compressed}."
            )
        part = path.with_suffix(".part")
        try:
            part.write_bytes(data)
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise


def _part(
    folder: Path, images: _File, labels: _File, verify: bool
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The pixels (n, 784) and labels (n,) of the training or the test set."""
    x, y = _read(folder, images, verify), _read(folder, labels, verify)
    if len(x) != len(y):
        raise ValueError(
            f"{images.name} has {len(x)} images but {labels.name} has {len(y)} labels: "
            "the files are not of one set."
        )
    if y.max(initial=0) >= CLASSES:
        raise ValueError(f"{labels.name} has a label {y.max()}: no digit is larger than 9.")
    pixels = x.reshape(len(x), SIDE * SIDE).astype(np.float32)
    pixels /= 255
    return pixels, y.astype(np.int64)


def _read(folder: Path, file: _File, verify: bool) -> NDArray[np.uint8]:
    """The array in a file: (n, 28, 28) if it is of images, (n,) if it is of labels."""
    data = _content(folder, file.name)
    dimensions = len(file.shape)
    expected = 0x0800 + dimensions  # two zeros, 8 for unsigned bytes, the number of dimensions
    header = 4 * (1 + dimensions)
    if len(data) < header:
        raise ValueError(f"{file.name} is cut short: it ends after {len(data)} bytes.")
    magic, *shape = struct.unpack_from(f">{1 + dimensions}I", data)
    if magic != expected:
        raise ValueError(
            f"{file.name} starts with the magic number {magic} and not {expected}: "
            f"it is not an IDX file of unsigned bytes in {dimensions} dimension"
            f"{'s' * (dimensions > 1)}."
        )
    if tuple(shape[1:]) != file.shape[1:]:
        pixels = " × ".join(map(str, shape[1:]))
        raise ValueError(f"{file.name} has images of {pixels} pixels and not {SIDE} × {SIDE}.")
    size = prod(shape)
    if len(data) - header != size:
        fault = "is cut short" if len(data) - header < size else "is too long"
        raise ValueError(
            f"{file.name} {fault}: it should have {size} bytes after its header "
            f"and has {len(data) - header}."
        )
    if verify and tuple(shape) == file.shape and _md5(data) != file.content:
        raise ValueError(
            f"{file.name} has the size of MNIST's file but another MD5, {_md5(data)} and not "
            f"{file.content}: it is another data set, or damaged."
        )
    return np.frombuffer(data, np.uint8, offset=header).reshape(shape)


def _content(folder: Path, name: str) -> bytes:
    """The bytes of a file, or of its .gz where there is no plain one."""
    plain, compressed = folder / name, folder / f"{name}.gz"
    if plain.is_file():
        return plain.read_bytes()
    if not compressed.is_file():
        raise FileNotFoundError(f"{folder} has neither {name} nor {name}.gz.")
    try:
        return gzip.decompress(compressed.read_bytes())
    except EOFError as error:
        raise ValueError(f"{compressed.name} is cut short: it cannot be decompressed.") from error
    except (gzip.BadGzipFile, ZlibError) as error:
        raise ValueError(f"{compressed.name} is damaged or no gzip file ({error}).") from error


def _md5(data: bytes) -> str:
    return md5(data, usedforsecurity=False).hexdigest()
