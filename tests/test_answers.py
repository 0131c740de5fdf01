"""Every answer in answers/ gets the verdict it states, through the whole pipeline."""

import re
from html import unescape
from pathlib import Path

import pytest

from examiner.answers import check_answers, fill_in, hand_in, read_answers, solutions
from examiner.build import write_source
from examiner.course import Course, CourseError, open_course
from examiner.demo import side_course
from examiner.feedback import write_feedback
from examiner.grade import grade, open_assignment
from tests.answers import ASSIGNMENTS, checks, source
from tests.conftest import NAME, ROOT, copy_course

ANSWERS = {name: read_answers(open_course(ROOT), source(name)) for name in ASSIGNMENTS}
HIDDEN = re.compile(r"### BEGIN HIDDEN TESTS\n(.*?)\n### END HIDDEN TESTS", re.S)
EXERCISES = [(name, exercise) for name in ASSIGNMENTS for exercise in checks(name)]
WRONG = 4  # of an assignment, whose feedback pages are looked at


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_verdicts(built: Course, tmp_path: Path, name: str, exercise: str) -> None:
    course = side_course(built, tmp_path)
    answers = [answer for answer in ANSWERS[name] if answer.exercise == exercise]
    faults = check_answers(course, write_source(course, name), answers)
    assert len(faults) == len(answers)
    assert {answer: found for answer, found in faults.items() if found} == {}


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_feedback_says_what_is_wrong_and_shows_no_hidden_test(
    built: Course, tmp_path: Path, name: str
) -> None:
    course = side_course(built, tmp_path)
    write_source(course, name)
    assignment = open_assignment(course, name)
    wrong = [answer for answer in ANSWERS[name] if any(answer.expected.values())]
    chosen = {f"s{n}": answer for n, answer in enumerate(wrong[:: len(wrong) // WRONG])}
    for student, answer in chosen.items():
        texts = solutions(assignment) | {answer.exercise: answer.code}
        hand_in(course, assignment, student, fill_in(assignment, texts))
    list(grade(course, assignment, [*chosen]))
    write_feedback(course, assignment)
    hidden = "\n".join(HIDDEN.findall("\n".join(c.source for c in assignment.source.cells)))
    visible = str([cell.source for cell in fill_in(assignment, {}).cells])
    lines = {line.strip() for line in hidden.split("\n") if len(line) > 30}
    secret = {line for line in lines if line not in visible}
    assert len(secret) > 10
    for student, answer in chosen.items():
        folder = course.path("feedback", student, name)
        page = unescape((folder / f"{assignment.notebook}.html").read_text(encoding="utf-8"))
        text = re.sub(r"<[^>]+>", "", page)
        assert "HIDDEN" not in page
        assert not [line for line in secret if line in text]
        for words in filter(None, answer.expected.values()):
            assert words in page, f"{answer.exercise} {answer.name}: {words}"


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
