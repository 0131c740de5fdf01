"""The benchmarks that write a report do so, from small numbers, and say what they take."""

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks import mnist_report
from tests.conftest import ROOT
from tests.test_mnist import write_small


def run(name: str, *words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / name), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("name", ["mnist.py", "layers.py"])
def test_help_tells_every_option_and_where_the_report_goes(name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0, done.stderr
    assert "--out" in done.stdout
    assert "(default: " in done.stdout


def test_mnist_is_trained_on_and_reported(tmp_path: Path) -> None:
    write_small(tmp_path / "data", n_train=30, n_test=20)
    small = ("--seeds", 2, "--hidden", 5, 4, "--epochs", 2, 1, 1)
    where = ("--out", tmp_path, "--record", tmp_path / "record.json")
    done = run("mnist.py", "--data", tmp_path / "data", *small, *where)
    assert done.returncode == 0, done.stderr
    record = json.loads((tmp_path / "record.json").read_text())
    assert len(record["runs"]) == 12
    assert "30 training and 20 test images, 5 and 4 hidden" in (tmp_path / "mnist.md").read_text()
    assert (tmp_path / "mnist.png").read_bytes().startswith(b"\x89PNG")


def test_held_out_images_need_no_report(tmp_path: Path) -> None:
    write_small(tmp_path / "data", n_train=30, n_test=20)
    small = ("--seeds", 1, "--hidden", 4, "--epochs", 1, 1, 1, "--validate")
    where = ("--out", tmp_path, "--record", tmp_path / "record.json")
    done = run("mnist.py", "--data", tmp_path / "data", *small, *where)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_without_data_it_is_told_what_is_missing(tmp_path: Path) -> None:
    assert "--data DIRECTORY is needed" in run("mnist.py").stderr
    done = run("mnist.py", "--data", tmp_path / "nowhere")
    assert done.stderr.startswith("There is no directory ")
    assert done.stderr.count("\n") == 1


def test_the_committed_report_is_that_of_the_committed_numbers() -> None:
    record = json.loads((ROOT / "benchmarks" / "mnist.json").read_text())
    text = (ROOT / "docs" / "mnist.md").read_text()
    assert mnist_report.report(record, mnist_report.draw(record).alt) == text
    (alt,) = re.findall(r"!\[(.+)\]\(mnist\.png\)", text)
    assert len(alt) > 100
    assert (ROOT / "docs" / "mnist.png").is_file()


@pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed")
def test_layers_are_compared_with_pytorchs(tmp_path: Path) -> None:
    done = run("layers.py", "--seconds", 0, "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "layers.md").read_text()
    assert text.count("| ratio |") == 4
    assert "one thread.\n" in text


def test_without_pytorch_layers_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "torch.py").write_text("raise ModuleNotFoundError(name='torch')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    done = run("layers.py", "--out", tmp_path)
    assert done.stderr.startswith("PyTorch is not installed: pip install torch")
    assert done.returncode == 1
