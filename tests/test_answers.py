"""Every answer in answers/ gets the verdict it states, through the whole pipeline."""

from html import unescape

import pytest

from examiner.answers import Answer, check_answers, read_answers
from examiner.course import CourseError, open_course
from examiner.feedback import write_feedback
from tests.answers import source
from tests.conftest import NAME, ROOT, Class, copy_course, without_pictures

ANSWERS = read_answers(open_course(ROOT), source())
EXERCISES = sorted({answer.exercise for answer in ANSWERS})
PARTS = [
    [answer for answer in ANSWERS if answer.exercise == exercise][part::2]
    for exercise in EXERCISES
    for part in (0, 1)
]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{part[0].exercise}-{len(part)}-answers")
def test_verdicts_and_feedback(class_: Class, part: list[Answer]) -> None:
    faults = check_answers(class_.course, without_pictures(class_.assignment), part)
    assert {name: found for name, found in faults.items() if found} == {}

    write_feedback(class_.course, class_.assignment)
    for answer in part:
        student = f"{answer.exercise}-{answer.name}"
        folder = class_.course.path("feedback", student, NAME)
        page = unescape((folder / "forward-pass.html").read_text(encoding="utf-8"))
        assert "HIDDEN" not in page
        assert "seed=10" not in page
        for words in filter(None, answer.expected.values()):
            assert words in page, f"{student}: {words}"


@pytest.mark.parametrize("exercise", EXERCISES)
def test_there_are_enough_of_them(exercise: str) -> None:
    names = [answer.name for answer in ANSWERS if answer.exercise == exercise]
    assert sum(name.startswith("right") for name in names) >= 2
    assert sum(name.startswith("wrong") for name in names) >= 6


def test_right_answers_expect_to_pass_and_wrong_ones_to_fail() -> None:
    for answer in ANSWERS:
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
