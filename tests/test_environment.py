"""The lists of packages agree with each other and with what is installed."""

import re
import tomllib
from importlib.metadata import version

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
CONSTRAINTS = [
    line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")
]
PINS = dict(line.split("==") for line in CONSTRAINTS)
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text())


def test_environment_has_what_learners_and_graders_need() -> None:
    (pip,) = [entry["pip"] for entry in ENVIRONMENT["dependencies"] if isinstance(entry, dict)]
    wanted = {*PROJECT["dependencies"], *EXTRAS["learner"], *EXTRAS["grader"]}
    assert {line for line in pip if not line.startswith("--")} == wanted
    assert [line for line in pip if line.startswith("--")] == [
        "--constraint constraints.txt",
        "--editable .",
    ]


def test_python_is_pinned() -> None:
    (python,) = [e for e in ENVIRONMENT["dependencies"] if str(e).startswith("python")]
    assert re.fullmatch(r"python=3\.\d+", python)
    minimum = PROJECT["requires-python"].removeprefix(">=")
    assert float(python.split("=3.")[1]) >= float(minimum.split(".")[1])


def test_pins_are_exact_and_name_no_index() -> None:
    for line in CONSTRAINTS:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+_]+", line), line


@pytest.mark.parametrize(
    "line",
    [*PROJECT["dependencies"], *(line for extra in EXTRAS.values() for line in extra)],
)
def test_every_package_is_pinned_within_its_range(line: str) -> None:
    requirement = Requirement(line)
    pin = {canonicalize_name(name): pinned for name, pinned in PINS.items()}[
        canonicalize_name(requirement.name)
    ]
    assert requirement.specifier.contains(pin)
    # torch for the CPU alone is 2.13.0+cpu: the same source, built without CUDA.
    found = version(requirement.name).split("+")[0]
    assert found == pin, "the tests run with other versions than the pins"
