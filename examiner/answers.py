"""Right and wrong answers as text files, each with the verdict it must get, cell by cell.

`answers/ASSIGNMENT/EXERCISE/wrong-NAME.py` starts with a comment: a sentence, and a line for
each graded cell of the exercise, `grade_id: pass` or `grade_id: fail "words"`, where the words
must stand in the feedback. What follows is the text of the answer cell.
"""

import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests, ComputeChecksums
from nbgrader.utils import is_solution

from .assignment import Assignment, Exercise, complaints, grade_id, is_test, without_markers
from .course import Course, CourseError
from .examine import Examiner
from .outcome import GRADED, Outcome
from .submission import Submission, released_files

VERDICT = re.compile(r'#\s*([\w-]+):\s*(?:(pass)|fail\s+"([^"]+)")\s*')


@dataclass(frozen=True)
class Answer:
    """One answer to one exercise."""

    exercise: str
    name: str  # such as "wrong-swapped"
    title: str  # what is special about it, in a sentence
    code: str
    expected: dict[str, str]  # by grade_id: words of the message, empty where the cell must pass


def read_answers(course: Course, assignment: Assignment) -> list[Answer]:
    """All answers to an assignment, in the order of its exercises.

    Raises CourseError if a file does not say a verdict for every graded cell of its exercise.
    """
    folder = course.root / "answers" / assignment.name
    return [
        _read(path, exercise)
        for exercise in assignment.exercises
        for path in sorted((folder / exercise.name).glob("*.py"))
    ]


def _read(path: Path, exercise: Exercise) -> Answer:
    lines = path.read_text(encoding="utf-8").split("\n")
    end = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    title, *rest = lines[:end] or [""]
    verdicts = [VERDICT.fullmatch(line) for line in rest]
    expected = {match[1]: match[3] or "" for match in verdicts if match}
    if sorted(expected) != sorted(exercise.graded) or None in verdicts:
        raise CourseError(
            f"{path} must start with a sentence and then one verdict for each of "
            f"{', '.join(exercise.graded)}: `# {exercise.graded[0]}: pass` or "
            f'`# {exercise.graded[0]}: fail "words"`.'
        )
    code = "\n".join(lines[end:]).strip()
    return Answer(exercise.name, path.stem, title.lstrip("# "), code, expected)


def solutions(assignment: Assignment) -> dict[str, str]:
    """The author's own text for every answer cell, by grade_id."""
    return {
        str(grade_id(cell)): without_markers(cell.source)
        for cell in assignment.source.cells
        if is_solution(cell)
    }


def fill_in(assignment: Assignment, answers: dict[str, str]) -> NotebookNode:
    """What a student with these answers hands in; answer cells without one stay as released."""
    notebook = nbformat.from_dict(assignment.released)
    for step in (ClearHiddenTests(), ComputeChecksums()):
        notebook, _ = step.preprocess(notebook, {})
    for cell in notebook.cells:
        cell.source = answers.get(grade_id(cell) or "", cell.source)
    return notebook


def hand_in(course: Course, assignment: Assignment, student: str, notebook: NotebookNode) -> None:
    """Put a notebook where a student's submission is looked for."""
    folder = course.path("submitted", student, assignment.name)
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, folder / f"{assignment.notebook}.ipynb")


def check_answers(
    course: Course, assignment: Assignment, answers: list[Answer]
) -> dict[str, list[str]]:
    """Grade answers, each as a submission, and say where a verdict is not as expected.

    The other exercises have the author's solutions, and their tests are left out. Returns the
    faults of every answer by "EXERCISE-NAME".
    """
    faults: dict[str, list[str]] = {}
    for exercise, group in groupby(answers, key=lambda answer: answer.exercise):
        part = _tested_on(assignment, exercise)
        with Examiner(course, part, released_files(course, assignment)) as examiner:
            for answer in group:
                texts = solutions(part) | {exercise: answer.code}
                data = nbformat.writes(fill_in(part, texts)).encode()
                outcome = examiner.examine(Submission(data, {}, None))
                faults[f"{exercise}-{answer.name}"] = _faults(answer, outcome)
    return faults


def _tested_on(assignment: Assignment, exercise: str) -> Assignment:
    """The assignment with the tests of one exercise only."""
    (graded,) = (other.graded for other in assignment.exercises if other.name == exercise)
    source = nbformat.from_dict(assignment.source)
    source.cells = [c for c in source.cells if not is_test(c) or grade_id(c) in graded]
    return Assignment(assignment.name, assignment.notebook, source)


def _faults(answer: Answer, outcome: Outcome) -> list[str]:
    if outcome.status != GRADED:
        return [f"{outcome.status}: {outcome.reason}"]
    messages = complaints(nbformat.reads(outcome.text, as_version=4))
    found = (_fault(name, words, messages) for name, words in answer.expected.items())
    return [fault for fault in found if fault]


def _fault(name: str, words: str, messages: dict[str, str]) -> str:
    message = messages[name]
    if not words and message:
        return f"{name} should pass and says: {message}"
    if words and not message:
        return f"{name} should fail with {words!r} and passes"
    if words and words not in message:
        return f"{name} should say {words!r} and says: {message}"
    return ""
