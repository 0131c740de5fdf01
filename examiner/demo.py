"""A class to try everything on: right, wrong, half-finished, mangled and late submissions."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import nbformat
import numpy as np
from nbformat import NotebookNode

from .answers import Answer, fill_in, hand_in, read_answers, solutions
from .assignment import Assignment, is_test
from .course import Course, CourseError

DUE = datetime(2026, 11, 20, 18, 0)  # UTC
RIGHT, WRONG, HALF, LATE = 6, 10, 3, 2
NAMES = """
ada alan barbara claude donald edsger emmy ernst evelyn frances grace hedy ida joan john karen
katherine leslie lotfi margaret mary niklaus radia rosalind sofia sophie stephen tim tony vera
""".split()  # noqa: SIM905


def side_course(course: Course, folder: Path) -> Course:
    """The same course with a gradebook, submissions and feedback of its own in `folder`."""
    return course.with_directories(
        submitted_directory=str(folder / "submitted"),
        autograded_directory=str(folder / "autograded"),
        feedback_directory=str(folder / "feedback"),
        db_url=f"sqlite:///{folder / 'gradebook.db'}",
    )


def make_class(course: Course, assignment: Assignment) -> list[str]:
    """Hand in a class of submissions made from `answers/` and return whose they are.

    Which answers are used is drawn with a fixed seed.

    Raises CourseError if there are too few answers.
    """
    answers = read_answers(course, assignment)
    right = [answer for answer in answers if answer.name.startswith("right")]
    wrong = [answer for answer in answers if answer.name.startswith("wrong")]
    if len(wrong) < WRONG or not right:
        raise CourseError(f"answers/{assignment.name} is too small to make a class from.")
    rng = np.random.default_rng(2012)
    author = solutions(assignment)

    def texts(*chosen: Answer) -> dict[str, str]:
        return author | {answer.exercise: answer.code for answer in chosen}

    class_: list[NotebookNode | Callable[[Path], None]] = []
    for _ in range(RIGHT):  # everything right, each exercise solved in one way or another
        class_.append(fill_in(assignment, texts(*rng.permuted(np.array(right, dtype=object)))))
    picked = rng.choice(len(wrong), WRONG, replace=False)
    for number in sorted(int(n) for n in picked):  # one mistake each
        class_.append(fill_in(assignment, texts(wrong[number])))
    for done in range(HALF):  # the first exercises only; the first of them nothing at all
        names = [exercise.name for exercise in assignment.exercises][: 2 * done]
        class_.append(fill_in(assignment, {name: author[name] for name in names}))
    class_ += [_mangled(assignment, texts(), damage) for damage in DAMAGE]

    for number, (student, work) in enumerate(zip(NAMES, class_, strict=False)):
        if isinstance(work, NotebookNode):
            hand_in(course, assignment, student, work)
        else:
            folder = course.path("submitted", student, assignment.name)
            folder.mkdir(parents=True)
            work(folder / f"{assignment.notebook}.ipynb")
        folder = course.path("submitted", student, assignment.name)
        late = number in range(RIGHT - 1, RIGHT - 1 + LATE)
        time = DUE + timedelta(minutes=95 if late else -60 * (number + 1))
        (folder / "timestamp.txt").write_text(f"{time:%Y-%m-%d %H:%M:%S} UTC\n")
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(assignment.name, duedate=DUE)
    return NAMES[: len(class_)]


Damage = Callable[[NotebookNode, Path], None]


def _mangled(
    assignment: Assignment, texts: dict[str, str], damage: Damage
) -> Callable[[Path], None]:
    return lambda path: damage(fill_in(assignment, texts), path)


def _cut_off(notebook: NotebookNode, path: Path) -> None:
    path.write_text(nbformat.writes(notebook)[:20_000])


def _empty(notebook: NotebookNode, path: Path) -> None:
    path.write_bytes(b"")


def _nothing(notebook: NotebookNode, path: Path) -> None:
    (path.parent / "sorry.txt").write_text("My laptop ate it.\n")


def _renamed(notebook: NotebookNode, path: Path) -> None:
    nbformat.write(notebook, path.with_name(f"{path.stem} (1).ipynb"))


def _tests_repeated(notebook: NotebookNode, path: Path) -> None:
    tests = [cell for cell in notebook.cells if is_test(cell)]
    notebook.cells += [cell | {"id": f"copy-{cell.id}"} for cell in tests]
    path.write_text(json.dumps(notebook))


def _tests_deleted(notebook: NotebookNode, path: Path) -> None:
    notebook.cells = [cell for cell in notebook.cells if not is_test(cell)]
    path.write_text(json.dumps(notebook))


def _metadata_lost(notebook: NotebookNode, path: Path) -> None:
    for cell in notebook.cells:
        cell.metadata = {}
        del cell["id"]
    path.write_text(json.dumps(notebook))


DAMAGE: tuple[Damage, ...] = (
    _cut_off, _empty, _nothing, _renamed, _tests_repeated, _tests_deleted, _metadata_lost,
)  # fmt: skip
