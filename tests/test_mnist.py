"""The MNIST loader, on files made here and, where they are, on real ones."""

import gzip
import os
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from dropoutlab import mnist
from dropoutlab.mnist import FILES, MIRROR, download, load_mnist
from tests.conftest import ROOT

NAMES = [file.name for file in FILES]
TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS = NAMES


def idx(array: np.ndarray, magic: int | None = None) -> bytes:
    """An array of bytes in the IDX format."""
    magic = 0x0800 + array.ndim if magic is None else magic
    return struct.pack(f">{1 + array.ndim}I", magic, *array.shape) + array.tobytes()


def write_small(folder: Path, n_train: int = 7, n_test: int = 5) -> dict[str, np.ndarray]:
    """A set of random images: training images plain, the rest compressed."""
    rng = np.random.default_rng(0)
    arrays = {}
    for n, images, labels in ((n_train, *NAMES[:2]), (n_test, *NAMES[2:])):
        arrays[images] = rng.integers(0, 256, (n, 28, 28), dtype=np.uint8)
        arrays[labels] = rng.integers(0, 10, n, dtype=np.uint8)
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in arrays.items():
        if name == TRAIN_IMAGES:
            (folder / name).write_bytes(idx(array))
        else:
            (folder / f"{name}.gz").write_bytes(gzip.compress(idx(array)))
    return arrays


def test_plain_and_compressed_files_are_read(tmp_path: Path) -> None:
    arrays = write_small(tmp_path)
    x_train, y_train, x_test, y_test = load_mnist(tmp_path)
    assert (x_train.shape, x_test.shape) == ((7, 784), (5, 784))
    assert x_train.dtype == x_test.dtype == np.float32
    assert y_train.dtype == y_test.dtype == np.int64
    np.testing.assert_array_equal(np.rint(x_train * 255).reshape(7, 28, 28), arrays[TRAIN_IMAGES])
    np.testing.assert_array_equal(y_test, arrays[TEST_LABELS])
    assert 0 <= x_train.min() <= x_train.max() <= 1


def test_a_missing_directory_or_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"^There is no directory .*nowhere\.$"):
        load_mnist(tmp_path / "nowhere")
    write_small(tmp_path)
    (tmp_path / f"{TEST_LABELS}.gz").unlink()
    with pytest.raises(FileNotFoundError, match=f"has neither {TEST_LABELS} nor {TEST_LABELS}.gz"):
        load_mnist(tmp_path)


IMAGES = np.zeros((7, 28, 28), np.uint8)
DAMAGE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "header cut": (TRAIN_IMAGES, lambda: idx(IMAGES)[:10], "cut short: it ends after 10 bytes"),
    "empty": (TRAIN_IMAGES, lambda: b"", "cut short: it ends after 0 bytes"),
    "image cut": (
        TRAIN_IMAGES,
        lambda: idx(IMAGES)[:-1],
        "cut short: it should have 5488 bytes after its header and has 5487",
    ),
    "too long": (TRAIN_IMAGES, lambda: idx(IMAGES) + b"x", "is too long: .* and has 5489"),
    "labels for images": (
        TRAIN_IMAGES,
        lambda: idx(np.zeros(50, np.uint8)),
        "magic number 2049 and not 2051: it is not an IDX file of unsigned bytes in 3 dimensions",
    ),
    "floats": (TRAIN_IMAGES, lambda: idx(IMAGES, 0x0D03), "magic number 3331 and not 2051"),
    "a web page": (TRAIN_IMAGES, lambda: b"<!DOCTYPE html><html>", "magic number"),
    "other size": (
        TRAIN_IMAGES,
        lambda: idx(np.zeros((7, 8, 8), np.uint8)),
        "images of 8 × 8 pixels and not 28 × 28",
    ),
    "huge": (
        TRAIN_IMAGES,
        lambda: struct.pack(">4I", 2051, 2**32 - 1, 28, 28) + b"x",
        "should have 3367254359280 bytes",
    ),
    "other set": (TRAIN_LABELS, lambda: idx(np.zeros(6, np.uint8)), "7 images but .* 6 labels"),
    "no digit": (TRAIN_LABELS, lambda: idx(np.full(7, 11, np.uint8)), "a label 11: no digit"),
    "gzip cut": (f"{TEST_IMAGES}.gz", lambda: gzip.compress(idx(IMAGES))[:-9], "is cut short"),
    "gzip of other bytes": (f"{TEST_IMAGES}.gz", lambda: b"not gzip", "damaged or no gzip file"),
    "gzip changed": (
        f"{TEST_IMAGES}.gz",
        lambda: gzip.compress(idx(IMAGES))[:-8] + bytes(8),
        "damaged or no gzip file",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_told_in_one_sentence(tmp_path: Path, damage: str) -> None:
    name, content, told = DAMAGE[damage]
    write_small(tmp_path)
    (tmp_path / name).write_bytes(content())
    with pytest.raises(ValueError, match=told) as failure:
        load_mnist(tmp_path)
    message = str(failure.value)
    assert name in message
    assert message.endswith(".")
    assert "\n" not in message


def test_a_file_of_the_full_size_is_checked_and_only_then(tmp_path: Path) -> None:
    """Fashion-MNIST has files of the same names and sizes."""
    write_small(tmp_path, n_train=7, n_test=10_000)
    with pytest.raises(ValueError, match=f"{TEST_IMAGES} has the size of MNIST's file but another"):
        load_mnist(tmp_path)
    assert len(load_mnist(tmp_path, verify=False).x_test) == 10_000


def serve(folder: Path, files: dict[str, bytes]) -> str:
    """A mirror: an address under which these files are."""
    folder.mkdir()
    for name, data in files.items():
        (folder / f"{name}.gz").write_bytes(data)
    return folder.as_uri()


def test_download_checks_and_leaves_what_is_right_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = {name: gzip.compress(name.encode()) for name in NAMES}
    known = [file._replace(compressed=mnist._md5(data[file.name])) for file in FILES]
    monkeypatch.setattr(mnist, "FILES", known)
    mirror, here = serve(tmp_path / "mirror", data), tmp_path / "deep" / "here"
    download(here, mirror=mirror)
    assert sorted(path.name for path in here.iterdir()) == sorted(f"{name}.gz" for name in NAMES)
    (here / f"{TEST_LABELS}.gz").write_bytes(b"half")
    for name in NAMES[:3]:
        (tmp_path / "mirror" / f"{name}.gz").unlink()
    download(here, mirror=mirror + "/")
    assert {path.name: path.read_bytes() for path in here.iterdir()} == {
        f"{name}.gz": data[name] for name in NAMES
    }


def test_a_mirror_with_other_files_is_refused(tmp_path: Path) -> None:
    mirror = serve(tmp_path / "mirror", dict.fromkeys(NAMES, b"<html>not found</html>"))
    with pytest.raises(ValueError, match=r"is not MNIST's file: its MD5 is \w{32} and not f68b"):
        download(tmp_path / "here", mirror=mirror)
    assert list((tmp_path / "here").iterdir()) == []


def test_offline_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ConnectionError, match=r"could not be downloaded .*is this machine online"):
        download(tmp_path / "here", mirror="http://127.0.0.1:9/mnist/")
    assert list((tmp_path / "here").iterdir()) == []


def test_a_disk_that_is_full_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = b"file"
    monkeypatch.setattr(mnist, "FILES", [FILES[0]._replace(compressed=mnist._md5(data))])
    mirror = serve(tmp_path / "mirror", {TRAIN_IMAGES: data})

    def no_space(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", no_space)
    with pytest.raises(OSError, match="No space left"):
        download(tmp_path / "here", mirror=mirror)
    assert list((tmp_path / "here").iterdir()) == []


def test_the_mirror_is_encrypted() -> None:
    assert MIRROR.startswith("https://")


def test_real_files_are_read() -> None:
    """The first 10,000 training images and the whole test set of MNIST, or the full set."""
    folder = Path(os.environ.get("MNIST_DIRECTORY", ROOT.parent / "shared" / "data" / "mnist-10k"))
    if not folder.is_dir():
        pytest.skip(f"there is no MNIST in {folder}; MNIST_DIRECTORY names where it is")
    data = load_mnist(folder)
    assert len(data.x_train) in (10_000, 60_000)
    assert data.y_train[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert data.y_test[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]
    counts = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert np.bincount(data.y_test).tolist() == counts
    assert 0.12 < data.x_train.mean() < 0.14
