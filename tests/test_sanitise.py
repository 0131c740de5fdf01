"""A submission is put back together, whatever happened to it on the way."""

import json
import random
from collections.abc import Callable
from typing import Any

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbformat import NotebookNode

from examiner.answers import fill_in, solutions
from examiner.assignment import Assignment, grade_id, is_test
from examiner.course import Course, Limits
from examiner.grade import open_assignment
from examiner.sanitise import sanitise
from examiner.submission import Malformed
from tests.conftest import NAME

MINE = "def sample_keep_mask(shape, p, rng):\n    return 'mine'"
Change = Callable[[dict[str, Any]], Any]


@pytest.fixture(scope="module")
def assignment(built: Course) -> Assignment:
    return open_assignment(built, NAME)


def handed_in(assignment: Assignment, **answers: str) -> dict[str, Any]:
    texts = solutions(assignment) | {"sample_keep_mask": MINE} | answers
    return json.loads(nbformat.writes(fill_in(assignment, texts)))


def clean(document: Any, assignment: Assignment) -> tuple[NotebookNode, list[str]]:
    return sanitise(json.dumps(document).encode(), assignment, Limits())


def find(notebook: NotebookNode | dict[str, Any], name: str) -> Any:
    return next(
        cell
        for cell in notebook["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == name
    )


def assert_whole(notebook: NotebookNode, assignment: Assignment) -> None:
    """The graded cells are the released ones, hidden tests included, once each and in order."""
    nbformat.validate(notebook)
    tests = [(grade_id(cell), cell.source) for cell in notebook.cells if is_test(cell)]
    assert tests == [(grade_id(c), c.source) for c in assignment.source.cells if is_test(c)]
    assert all("BEGIN HIDDEN TESTS" in source for _, source in tests)
    assert not any(cell.get("outputs") for cell in notebook.cells)


def test_an_untouched_answer_is_kept_and_nothing_is_remarked(assignment: Assignment) -> None:
    notebook, notes = clean(handed_in(assignment), assignment)
    assert_whole(notebook, assignment)
    assert notes == []
    assert find(notebook, "sample_keep_mask").source == MINE
    assert len(notebook.cells) == len(assignment.source.cells)


def cells_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    return document["cells"]


def delete_tests(d: dict[str, Any]) -> None:
    d["cells"] = [c for c in cells_of(d) if not c["metadata"].get("nbgrader", {}).get("points")]


def repeat_tests(d: dict[str, Any]) -> None:
    d["cells"] += [c for c in cells_of(d) if c["metadata"].get("nbgrader", {}).get("points")]


def reverse(d: dict[str, Any]) -> None:
    d["cells"].reverse()


def lose_ids(d: dict[str, Any]) -> None:
    for cell in cells_of(d):
        cell.pop("id")
    d["nbformat_minor"] = 4


def lose_metadata(d: dict[str, Any]) -> None:
    for cell in cells_of(d):
        cell["metadata"] = {}


def skip_tests(d: dict[str, Any]) -> None:
    for cell in cells_of(d):
        cell["metadata"]["tags"] = ["skip-execution"]


def unlock_and_edit_tests(d: dict[str, Any]) -> None:
    for cell in cells_of(d):
        about = cell["metadata"].get("nbgrader")
        if about and about.get("points"):
            about |= {"locked": False, "grade": False, "solution": True, "points": 100}
            cell["source"] = "1000"


def turn_into_markdown(d: dict[str, Any]) -> None:
    for cell in cells_of(d):
        cell["cell_type"] = "markdown"
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def spoil_metadata(d: dict[str, Any]) -> None:
    for number, cell in enumerate(cells_of(d)):
        if number % 2:
            cell["metadata"]["nbgrader"] = [1, None, {"x": "y"}, "text"][number % 4]
        cell["outputs"] = "none"
    d["metadata"] = {"kernelspec": {"name": "bash"}, "language_info": 3}


def split_lines(d: dict[str, Any]) -> None:
    for cell in cells_of(d):
        cell["source"] = (
            cell["source"] if isinstance(cell["source"], list) else cell["source"].splitlines(True)
        )


@pytest.mark.parametrize(
    "change",
    [
        delete_tests, repeat_tests, reverse, lose_ids, lose_metadata, skip_tests,
        unlock_and_edit_tests, turn_into_markdown, spoil_metadata, split_lines,
    ],
)  # fmt: skip
def test_damage_costs_nothing(change: Change, assignment: Assignment) -> None:
    document = handed_in(assignment)
    change(document)
    notebook, _ = clean(document, assignment)
    assert_whole(notebook, assignment)
    assert find(notebook, "sample_keep_mask").source == MINE
    assert find(notebook, "sample_keep_mask").cell_type == "code"
    assert notebook.metadata.kernelspec.name == "python3"
    assert not any("skip-execution" in cell.metadata.get("tags", []) for cell in notebook.cells)


def test_an_answer_that_lost_everything_still_runs_before_the_tests(assignment: Assignment) -> None:
    document = handed_in(assignment)
    lose_ids(document)
    lose_metadata(document)
    notebook, notes = clean(document, assignment)
    assert_whole(notebook, assignment)
    places = [n for n, cell in enumerate(notebook.cells) if cell.source == MINE]
    first_test = next(n for n, cell in enumerate(notebook.cells) if is_test(cell))
    assert places
    assert places[0] < first_test
    assert find(notebook, "sample_keep_mask").source == ""
    assert any("Missing answer cells: sample_keep_mask, " in note for note in notes)


def test_of_several_copies_the_last_one_that_was_worked_on_counts(assignment: Assignment) -> None:
    document = handed_in(assignment)
    stub = find({"cells": assignment.released.cells}, "sample_keep_mask").source
    place = cells_of(document).index(find(document, "sample_keep_mask"))
    cell = cells_of(document)[place]
    older = cell | {"source": "x = 1", "id": "older"}
    unsolved = cell | {"source": stub, "id": "unsolved"}
    document["cells"][place : place + 1] = [older, cell, unsolved]
    notebook, notes = clean(document, assignment)
    assert_whole(notebook, assignment)
    sources = [cell.source for cell in notebook.cells]
    assert find(notebook, "sample_keep_mask").source == MINE
    assert sources.index("x = 1") < sources.index(MINE)
    assert stub not in sources
    assert notes == ["Repeated answer cells, the last one counts: sample_keep_mask."]


def test_cells_of_their_own_stay_where_they_were(assignment: Assignment) -> None:
    document = handed_in(assignment)
    place = cells_of(document).index(find(document, "vanilla_dropout"))
    own = {"cell_type": "code", "source": "import math", "metadata": {"tags": ["a"]}, "id": "mine"}
    document["cells"].insert(place, own)
    notebook, notes = clean(document, assignment)
    assert_whole(notebook, assignment)
    ids = [cell.source for cell in notebook.cells]
    answer = find(notebook, "vanilla_dropout").source
    assert ids.index("import math") == ids.index(answer) - 1
    assert notebook.cells[ids.index("import math")].metadata == {}
    assert notes == []


def test_an_import_in_a_locked_cell_is_run_after_it(assignment: Assignment) -> None:
    document = handed_in(assignment)
    find(document, "setup")["source"] = "import numpy as np\nimport math"
    notebook, _ = clean(document, assignment)
    place = notebook.cells.index(find(notebook, "setup"))
    assert "import dropoutlab" in notebook.cells[place].source
    assert notebook.cells[place + 1].source == "import numpy as np\nimport math"


def test_pictures_in_a_written_answer_are_kept(assignment: Assignment) -> None:
    document = handed_in(assignment)
    image = {"a.png": {"image/png": "aGVsbG8="}}
    find(document, "own-words").update(attachments=image, source="![](attachment:a.png)")
    notebook, _ = clean(document, assignment)
    nbformat.validate(notebook)
    assert find(notebook, "own-words").attachments == image


def test_a_deleted_written_answer_goes_to_a_person(assignment: Assignment) -> None:
    document = handed_in(assignment)
    document["cells"].remove(find(document, "own-words"))
    notebook, _ = clean(document, assignment)
    assert find(notebook, "own-words").source == ""


def version_three(document: dict[str, Any]) -> dict[str, Any]:
    cells = [
        {"cell_type": c["cell_type"], "metadata": c["metadata"]}
        | (
            {"input": c["source"], "language": "python"}
            if c["cell_type"] == "code"
            else {"source": c["source"]}
        )
        for c in cells_of(document)
    ]
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}


def test_the_old_format_is_read(assignment: Assignment) -> None:
    notebook, _ = clean(version_three(handed_in(assignment)), assignment)
    assert_whole(notebook, assignment)
    assert find(notebook, "sample_keep_mask").source == MINE


def test_half_a_surrogate_pair_does_no_harm(assignment: Assignment) -> None:
    document = handed_in(assignment, sample_keep_mask=MINE + "  # \ud83d")
    notebook, _ = clean(document, assignment)
    assert nbformat.writes(notebook).encode("utf-8")


def test_a_byte_order_mark_does_no_harm(assignment: Assignment) -> None:
    data = b"\xef\xbb\xbf" + json.dumps(handed_in(assignment)).encode()
    notebook, _ = sanitise(data, assignment, Limits())
    assert_whole(notebook, assignment)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty file"),
        (b" \n", "empty file"),
        (b'{"cells": [', "broken in line 1"),
        (b"PK\x03\x04\xff\xfe", "not text in UTF-8"),
        (b"[]", "no cells"),
        (b"null", "no cells"),
        (b'{"cells": 3}', "no cells"),
        (b'{"cells": []}', "no cell belongs to it"),
        (
            b'{"cells": [{"cell_type": "code", "source": "1", "metadata": {}}]}',
            "no cell belongs to it",
        ),
        (b"[" * 200_000, "not a notebook"),
        (
            b'{"cells": [' + b'{"cell_type": "raw"},' * 1000 + b"{}]}",
            "1001 cells; the limit is 1000",
        ),
    ],
)
def test_what_is_no_notebook_is_told_in_a_sentence(
    data: bytes, words: str, assignment: Assignment
) -> None:
    with pytest.raises(Malformed, match=words):
        sanitise(data, assignment, Limits())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda values: (
        st.lists(values, max_size=4) | st.dictionaries(st.text(max_size=8), values, max_size=4)
    ),
    max_leaves=10,
)


@given(seed=st.integers(0, 2**32), nonsense=JSON)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_damage_leaves_a_whole_notebook_or_a_reason(
    seed: int, nonsense: Any, assignment: Assignment
) -> None:
    """Cells are dropped, repeated, shuffled, and parts of them replaced by anything at all."""
    chance = random.Random(seed)
    document = handed_in(assignment)
    cells = [c for c in cells_of(document) for _ in range(chance.choice([0, 1, 1, 1, 2]))]
    if chance.random() < 0.5:
        chance.shuffle(cells)
    for cell in chance.sample(range(len(cells)), len(cells) // 3):
        key = chance.choice(["source", "metadata", "cell_type", "id", "outputs", "attachments"])
        cells[cell] = {**cells[cell], key: nonsense}
    if cells and chance.random() < 0.2:
        cells[0] = nonsense
    document["cells"] = cells
    try:
        notebook, _ = clean(document, assignment)
    except Malformed:
        pass
    else:
        assert_whole(notebook, assignment)
        assert nbformat.writes(notebook).encode("utf-8")


@given(data=st.binary(max_size=200))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_refused_politely(data: bytes, assignment: Assignment) -> None:
    with pytest.raises(Malformed):
        sanitise(data, assignment, Limits())
