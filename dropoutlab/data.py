"""The data of the course: scikit-learn's 8x8 digits, with or without wrong labels, and diabetes."""

import gzip
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Digits(NamedTuple):
    """A split of the digits. Pixels are float64 in [0, 1], 64 to an image; labels are int64."""

    x_train: NDArray[np.float64]  # (n_train, 64)
    y_train: NDArray[np.int64]  # (n_train,), some of them wrong where label_noise > 0
    y_clean: NDArray[np.int64]  # (n_train,), the true labels of x_train
    x_test: NDArray[np.float64]  # (1797 - n_train, 64)
    y_test: NDArray[np.int64]  # (1797 - n_train,), always true


def digits(rng: np.random.Generator, n_train: int = 500, label_noise: float = 0.0) -> Digits:
    """Shuffle the 1,797 digits of Alpaydin and Kaynak (UCI, 1998) and split them.

    `label_noise` is the share of training labels that are replaced by another digit, drawn
    uniformly from the nine wrong ones. The same generator state gives the same split.

    Raises ValueError if n_train does not leave both parts at least one digit, or if label_noise
    is outside [0, 1].
    """
    table = _read_table()
    pixels, labels = table[:, :-1], table[:, -1]
    if not 0 < n_train < len(labels):
        raise ValueError(f"n_train must be between 1 and {len(labels) - 1}, not {n_train}.")
    if not 0 <= label_noise <= 1:
        raise ValueError(f"label_noise must be in [0, 1], not {label_noise}.")
    order = rng.permutation(len(labels))
    x, y = pixels[order] / 16.0, labels[order].astype(np.int64)
    noisy = y[:n_train].copy()
    flipped = rng.choice(n_train, size=round(label_noise * n_train), replace=False)
    noisy[flipped] = (noisy[flipped] + rng.integers(1, 10, size=len(flipped))) % 10
    return Digits(x[:n_train], noisy, y[:n_train], x[n_train:], y[n_train:])


class Diabetes(NamedTuple):
    """Patients with ten measurements each, and how far their disease was a year later."""

    x: NDArray[np.float64]  # (442, 10), in the units they were measured in
    y: NDArray[np.float64]  # (442,)
    names: tuple[str, ...]  # of the ten measurements


def diabetes() -> Diabetes:
    """The 442 patients of Efron, Hastie, Johnstone and Tibshirani (2004), as measured."""
    names = ("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6")
    return Diabetes(_read("diabetes_data_raw.csv.gz"), _read("diabetes_target.csv.gz"), names)


def _read_table() -> NDArray[np.float64]:
    """The table (1797, 65) behind sklearn.datasets.load_digits: 64 pixels from 0 to 16 and a label.

    It is read from scikit-learn's files without importing scikit-learn, which alone takes most of
    a second, in every notebook that is opened or graded.
    """
    return _read("digits.csv.gz", delimiter=",")


def _read(name: str, **how: str) -> NDArray[np.float64]:
    """A table among the data that ship with scikit-learn."""
    scikit_learn = find_spec("sklearn")
    if scikit_learn is None or scikit_learn.origin is None:
        raise ModuleNotFoundError("The data ship with scikit-learn: install scikit-learn.")
    path = Path(scikit_learn.origin).parent / "datasets" / "data" / name
    with gzip.open(path, "rt") as file:
        return np.loadtxt(file, **how)  # type: ignore[call-overload]
