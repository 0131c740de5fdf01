"""Every answer in answers/ gets the verdict it states, through the whole pipeline."""

from html import unescape
from pathlib import Path

import pytest

from examiner.answers import Answer, check_answers, read_answers
from examiner.build import write_source
from examiner.course import Course, CourseError, open_course
from examiner.demo import side_course
from examiner.feedback import write_feedback
from examiner.grade import open_assignment
from tests.answers import ASSIGNMENTS, checks, source
from tests.conftest import NAME, ROOT, copy_course, without_pictures

ANSWERS = {name: read_answers(open_course(ROOT), source(name)) for name in ASSIGNMENTS}
EXERCISES = [(name, exercise) for name in ASSIGNMENTS for exercise in checks(name)]
PARTS = [
    (name, part)
    for name, exercise in EXERCISES
    for half in (0, 1)
    if (part := [answer for answer in ANSWERS[name] if answer.exercise == exercise][half::2])
]


@pytest.mark.parametrize(
    ("name", "part"), PARTS, ids=[f"{part[0].exercise}-{len(part)}-answers" for _, part in PARTS]
)
def test_verdicts_and_feedback(
    built: Course, tmp_path: Path, name: str, part: list[Answer]
) -> None:
    course = side_course(built, tmp_path)
    write_source(course, name)
    assignment = without_pictures(open_assignment(course, name))
    faults = check_answers(course, assignment, part)
    assert {name: found for name, found in faults.items() if found} == {}

    write_feedback(course, assignment)
    for answer in part:
        student = f"{answer.exercise}-{answer.name}"
        folder = course.path("feedback", student, name)
        page = unescape((folder / f"{assignment.notebook}.html").read_text(encoding="utf-8"))
        assert "HIDDEN" not in page
        assert "seed=10" not in page
        for words in filter(None, answer.expected.values()):
            assert words in page, f"{student}: {words}"


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_there_are_enough_of_them(name: str, exercise: str) -> None:
    names = [answer.name for answer in ANSWERS[name] if answer.exercise == exercise]
    assert sum(name.startswith("right") for name in names) >= 2
    assert sum(name.startswith("wrong") for name in names) >= 6


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_right_answers_expect_to_pass_and_wrong_ones_to_fail(name: str) -> None:
    for answer in ANSWERS[name]:
        failing = any(answer.expected.values())
        assert failing == answer.name.startswith("wrong"), answer


@pytest.mark.parametrize(
    "header",
    [
        "# No verdicts at all.",
        "# One cell is not told.\n# dropout_moments-mean: pass\n# dropout_moments-edges: pass",
        '# A typing slip.\n# dropout_moments-mean: pass\n# dropout_moments-variance: fial "x"'
        "\n# dropout_moments-edges: pass",
        "# Fails without words.\n# dropout_moments-mean: fail\n# dropout_moments-variance: pass"
        "\n# dropout_moments-edges: pass",
    ],
)
def test_an_answer_without_all_its_verdicts_is_refused(header: str, tmp_path) -> None:
    root = copy_course(tmp_path)
    path = root / "answers" / NAME / "dropout_moments" / "wrong-header.py"
    path.write_text(f"{header}\nx = 1\n")
    with pytest.raises(CourseError, match=r"wrong-header\.py must start with a sentence"):
        read_answers(open_course(root), source())
