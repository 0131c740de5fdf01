"""The commands as they are typed, the demo first of all."""

import csv
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from examiner.cli import main
from tests.answers import ASSIGNMENTS, source
from tests.conftest import NAME, ROOT, copy_course

SHOWN = [NAME, "3-backward-pass"]
COMMANDS = ["build", "grade", "feedback", "export", "check", "demo", "doctor"]


def test_the_demo_grades_a_class(tmp_path: Path) -> None:
    root = copy_course(tmp_path)
    for name in ASSIGNMENTS:  # two are enough to show that it takes them all
        if name not in SHOWN:
            shutil.rmtree(root / "source" / name)
    command = [Path(sys.executable).parent / "dropout-course", "demo"]
    told = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    assert told.stderr == ""
    for name in SHOWN:
        size = int(re.search(rf"(\d+) students hand in {name}", told.stdout)[1])  # type: ignore[index]
        assert size >= 24
        assert f"[{size}/{size}]" in told.stdout
        marks = root / "demo" / name
        with (marks / "grades.csv").open() as file:
            table = list(csv.DictReader(file))
        assert len(table) == size
        status = Counter(line["status"] for line in table)
        assert status == {"graded": size - 3, "malformed": 2, "missing": 1}
        scores = [float(line["score"]) for line in table if line["status"] == "graded"]
        full = sum(exercise.points for exercise in source(name).exercises) - 3  # a written answer
        assert scores.count(full) >= 8  # right answers, and damage that costs nothing
        assert len(set(scores)) >= 6
        assert min(scores) == 0
        assert sum(float(line["hours_late"]) > 0 for line in table) == 2
        for line in table:
            assert line["student"] in told.stdout
            folder = root / "demo" / "feedback" / line["student"] / name
            assert (line["status"] == "missing") == (not list(folder.glob("*.html")))
        assert Image.open(marks / "class.png").size[0] > 1000
        for place in (f"demo/{name}/grades.csv", f"demo/{name}/class.png", "demo/feedback"):
            assert place in told.stdout.replace("\n", "")
    assert not (root / "submitted").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    assert len(capsys.readouterr().out) > 100


def test_the_readme_names_commands_that_exist() -> None:
    text = (ROOT / "README.md").read_text()
    named = set(re.findall(r"dropout-course (\w+)", text))
    assert named
    assert named <= set(COMMANDS)
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"`?make (\w+)`?", text)) <= targets
    for path in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / path).exists(), path


def test_the_doctor_finds_this_machine_healthy(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    root = copy_course(tmp_path)
    assert main(["--course-dir", str(root), "doctor"]) == 0
    assert "✗" not in capsys.readouterr().out
    for path in root.glob("*_config.py"):
        path.unlink()
    assert main(["--course-dir", str(root), "doctor"]) == 1
    assert "✗ There is no grader_config.py" in capsys.readouterr().out


def test_check_tells_which_answer_is_not_as_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_course(tmp_path)
    folder = root / "answers" / NAME
    for path in folder.rglob("*.py"):
        if path.name not in ("right-odds.py", "wrong-no-square.py"):
            path.unlink()
    assert main(["--course-dir", str(root), "check", NAME]) == 0
    assert "2 of 2 answers as expected" in capsys.readouterr().out
    path = folder / "dropout_moments" / "wrong-no-square.py"
    path.write_text(path.read_text().replace("x * p", "x**2 * p"))
    assert main(["--course-dir", str(root), "check", NAME]) == 1
    told = capsys.readouterr().out
    assert "✗ 2-forward-pass: dropout_moments-wrong-no-square" in told
    assert "dropout_moments-variance should fail" in told
