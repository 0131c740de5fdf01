"""What grading leaves out, and what it must not."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell

from examiner.answers import fill_in, hand_in, solutions
from examiner.assignment import is_test
from examiner.examine import Examiner
from examiner.execute import NOT_NEEDED
from examiner.needed import needed
from examiner.submission import read_submission
from tests.answers import source
from tests.conftest import Class

PICTURE = "mask_map.draw("


def runs(where: str = "end", added: str = "", **answers: str) -> list[str]:
    """The first line of each cell that runs and is no test, for a notebook with a cell added."""
    notebook = fill_in(source(), solutions(source()) | answers)
    if added:
        at = next(
            n for n, c in enumerate(notebook.cells) if where in (c.id, c.source[: len(where)])
        )
        notebook.cells.insert(at + 1, new_code_cell(added, id="added"))
    numbers = needed(notebook, source())
    cells = [notebook.cells[number] for number in sorted(numbers)]
    assert sum(map(is_test, cells)) == 22
    return [cell.source.split("\n")[0] for cell in cells if not is_test(cell)]


def test_pictures_are_left_out_and_answers_are_not() -> None:
    found = runs()
    assert len(found) == 6
    assert found[0].startswith("import dropoutlab")
    assert [line.split("(")[0] for line in found[1:]] == [
        "def sample_keep_mask", "def vanilla_dropout", "def dropout_forward",
        "def dropout_moments", "class Dropout:",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "added",
    ["%time x = 1", "!ls", "x = 3 +", "from math import *", "eval('n_units')", "print(n_units)",
     "def f():\n    return n_units", "f = lambda: [n_units for _ in '12']"],
)  # fmt: skip
def test_what_a_learner_adds_runs_with_all_that_it_may_use(added: str) -> None:
    found = runs("Dropout", added)
    assert any(line.startswith("p, n_examples, n_units = ") for line in found)
    assert added.split("\n")[0] in found


def test_a_name_of_its_own_needs_nothing() -> None:
    assert len(runs("Dropout", "def f(n_units):\n    return n_units")) == 7


def test_a_picture_that_was_changed_runs() -> None:
    notebook = fill_in(source(), solutions(source()))
    before = len(needed(notebook, source()))
    cell = next(cell for cell in notebook.cells if cell.source.startswith(PICTURE))
    cell.source = cell.source.replace("0.5", "0.9")
    assert len(needed(notebook, source())) == before + 1


@pytest.mark.parametrize("every_cell", [True, False])
def test_the_setting_decides(class_: Class, every_cell: bool) -> None:
    course, assignment = class_.course, class_.assignment
    course.config.Grading.every_cell = every_cell
    course.config.Sandbox.kind = "none"
    hand_in(course, assignment, "ada", fill_in(assignment, solutions(assignment)))
    with Examiner(course, assignment, {}, warm=False) as examiner:
        outcome = examiner.examine(read_submission(course, assignment, "ada"))
    assert sum(score or 0 for score in outcome.scores.values()) == 33
    cells = nbformat.reads(outcome.text, as_version=4).cells
    (outputs,) = (cell.outputs for cell in cells if cell.source.startswith(PICTURE))
    assert ("image/png" in outputs[0].get("data", {})) == every_cell
    assert (outputs[0].get("text") == NOT_NEEDED) == (not every_cell)
