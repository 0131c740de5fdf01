import re
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from examiner.assignment import grade_id, is_test, load_assignment
from examiner.build import build, read_text, write_source
from examiner.course import Course, CourseError, open_course
from tests.conftest import NAME, ROOT, copy_course

FILE = "forward-pass.ipynb"


def released(course: Course) -> NotebookNode:
    return nbformat.read(course.root / "notebooks" / NAME / FILE, as_version=4)


@pytest.mark.parametrize("folder", ["notebooks", "solutions"])
def test_the_committed_notebooks_are_what_the_text_gives(built: Course, folder: str) -> None:
    committed = (ROOT / folder / NAME / FILE).read_bytes()
    assert (built.root / folder / NAME / FILE).read_bytes() == committed


def test_building_twice_changes_nothing(built: Course, tmp_path: Path) -> None:
    root = tmp_path / "course"
    shutil.copytree(built.root, root)
    files = [
        path
        for folder in ("notebooks", "solutions", "source")
        for path in (root / folder).rglob("*.*")
    ]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}
    told: list[str] = []
    build(open_course(root), NAME, say=told.append)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files} == before
    assert all("up to date" in line for line in told)


def test_students_get_no_solution_and_no_hidden_test(built: Course) -> None:
    text = (built.root / "notebooks" / NAME / FILE).read_text()
    assert sorted(path.name for path in (built.root / "notebooks").rglob("*.*")) == [FILE]
    assert "HIDDEN" not in text
    assert "SOLUTION" not in text
    hidden = re.findall(
        r"seed=\d{3}", (built.root / "source" / NAME / "forward-pass.py").read_text()
    )
    assert len(hidden) > 20
    assert not [seed for seed in hidden if seed in text]
    for cell in released(built).cells:
        if cell.get("metadata", {}).get("nbgrader", {}).get("solution"):
            assert "raise NotImplementedError()" in cell.source or "YOUR ANSWER HERE" in cell.source


def test_solved_notebooks_show_the_answers_but_no_hidden_test(built: Course) -> None:
    solved = nbformat.read(built.root / "solutions" / NAME / FILE, as_version=4)
    text = "\n".join(cell.source for cell in solved.cells)
    assert "return rng.random(shape) >= p" in text
    assert "HIDDEN" not in text
    assert "SOLUTION" not in text
    assert not any(cell.get("outputs") for cell in solved.cells)


def test_the_unsolved_notebook_runs_with_nothing_but_not_implemented(built: Course) -> None:
    """In a kernel as learners have it, without the examiner."""
    notebook = NotebookClient(released(built), allow_errors=True, kernel_name="python3").execute()
    checked, refused = set(), set()
    for cell in notebook.cells:
        if cell.cell_type == "code" and ("check(" in cell.source or is_test(cell)):
            checked.add(cell.id)
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                assert output.ename == "NotImplementedError", cell.id
                lines = "\n".join(output.traceback).split("\n")
                assert len(lines) <= 20
                if cell.id in checked:
                    refused.add(cell.id)
                    assert len(lines) == 3
                    assert "replace `raise NotImplementedError()` with your code" in lines[1]
            else:
                assert output.output_type != "stream" or output.name != "stderr", output.text
    assert len(checked) == 5 + 22
    # What these test, the check above them has shown; only other numbers of it are hidden.
    only_hidden = {"sample_keep_mask-coins", "vanilla_dropout-coins", "dropout_forward-coins"}
    assert checked - refused == {*only_hidden, "Dropout-training"}


def test_the_notebook_keeps_the_rules_of_the_course(built: Course) -> None:
    assignment = load_assignment(built, NAME)
    cells = assignment.source.cells
    assert [exercise.name for exercise in assignment.exercises] == [
        "sample_keep_mask",
        "vanilla_dropout",
        "dropout_forward",
        "dropout_moments",
        "Dropout",
        "own-words",
    ]
    assert all(1 <= cell.metadata.nbgrader.points <= 3 for cell in cells if is_test(cell))
    ids = [cell.id for cell in cells]
    assert len(set(ids)) == len(ids)
    assert all(cell.id == grade_id(cell) for cell in cells if grade_id(cell))
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    for exercise in assignment.exercises[:-1]:
        card = prose.split(f"· `{exercise.name}`\n")[1].split("\n### ")[0].split("\n## ")[0]
        assert re.search(r"Difficulty [●○]{3} · \d+ minutes", card)
        assert f"{exercise.points:g} points" in card
        assert "For example" in card
        assert card.count("<summary>Hint") >= 2


def change(course_root: Path, old: str, new: str, count: int = 1) -> None:
    path = course_root / "source" / NAME / "forward-pass.py"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, count))


SHARE = '"grade_id": "sample_keep_mask-share", "locked": true, "points": 2, "schema_version": 3'
TEST = "# Graded, 2 points: an entry is dropped with probability p."
MISTAKES = {
    "the same grade_id": (SHARE, SHARE.replace("-share", "-boolean"), "sample_keep_mask-boolean"),
    "needs points above 0": (SHARE, SHARE.replace('"points": 2, ', ""), "sample_keep_mask-share"),
    "needs schema_version 3": (SHARE, SHARE.replace("n\": 3", "n\": 2"), "sample_keep_mask-share"),
    "needs a grade_id": (SHARE, SHARE.replace("-share", " share!"), "sample_keep_mask share!"),
    "needs a region ### BEGIN HIDDEN": (
        "### BEGIN HIDDEN TESTS\nkeep_mask.is_boolean", "keep_mask.is_boolean", "boolean"
    ),
    "does not close what it opens": (
        "seed=102)\n### END HIDDEN TESTS", "seed=102)", "sample_keep_mask-share"
    ),
    "needs a region ### BEGIN SOLUTION": (
        "    ### BEGIN SOLUTION\n    if training:", "    if training:", "vanilla_dropout"
    ),
    "has a solution but is not an answer cell": (
        "# ## Drop or keep?",
        "# ## Drop or keep?\n# ### BEGIN SOLUTION\n# 3\n# ### END SOLUTION",
        "cell 4",
    ),
    "has hidden tests but is not a test cell": (
        "mask_map.explore(sample_keep_mask)",
        "### BEGIN HIDDEN TESTS\n### END HIDDEN TESTS\nmask_map.explore(sample_keep_mask)",
        "cell 1",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", MISTAKES)
def test_wrong_metadata_is_refused_and_the_cell_named(fault: str, tmp_path: Path) -> None:
    old, new, cell = MISTAKES[fault]
    root = copy_course(tmp_path)
    change(root, old, new)
    if fault == "needs a region ### BEGIN HIDDEN":
        change(root, "seed=101)\n### END HIDDEN TESTS", "seed=101)")
    if fault == "needs a region ### BEGIN SOLUTION":
        change(root, "    return x * (1 - p)\n    ### END SOLUTION", "    return x * (1 - p)")
    with pytest.raises(CourseError) as error:
        write_source(open_course(root), NAME)
    assert fault in str(error.value)
    assert cell in str(error.value)


def test_a_solution_that_raises_is_refused_and_the_cell_named(tmp_path: Path) -> None:
    root = copy_course(tmp_path)
    change(root, "return rng.random(shape) >= p", "return rng.random(shape) < p")
    with pytest.raises(CourseError) as error:
        build(open_course(root), NAME)
    assert "sample_keep_mask-then-1" in str(error.value)
    assert "Drop and keep are swapped" in str(error.value)
    assert not (root / "notebooks").exists()


def test_a_learners_work_is_not_overwritten(built: Course, tmp_path: Path) -> None:
    root = tmp_path / "course"
    shutil.copytree(built.root, root)
    path = root / "notebooks" / NAME / FILE
    notebook = nbformat.read(path, as_version=4)
    cell = next(cell for cell in notebook.cells if cell.id == "sample_keep_mask")
    cell.source = cell.source.replace("raise NotImplementedError()", "return rng.random(shape) > p")
    nbformat.write(notebook, path)
    work = path.read_bytes()
    change(root, "Plan 60 to 90 minutes", "Plan an hour")
    told: list[str] = []
    build(open_course(root), NAME, say=told.append)
    assert path.read_bytes() == work
    assert any("somebody's answers" in line for line in told)


def test_a_new_cell_changes_no_id_in_another_exercise(tmp_path: Path) -> None:
    root = copy_course(tmp_path)
    text = root / "source" / NAME / "forward-pass.py"
    before = [cell.id for cell in read_text(text).cells]
    change(root, "# %%\nmask_map.explore", "# %% [markdown]\n# New.\n\n# %%\nmask_map.explore")
    after = [cell.id for cell in read_text(text).cells]
    assert len(after) == len(before) + 1
    section = "sample_keep_mask-edges-then-"
    assert [i for i in after if not i.startswith(section)] == [
        i for i in before if not i.startswith(section)
    ]


def test_there_has_to_be_a_course_and_an_assignment(tmp_path: Path, built: Course) -> None:
    with pytest.raises(CourseError, match=r"There is no grader_config\.py"):
        open_course(tmp_path)
    with pytest.raises(CourseError, match=r"no assignment '9-magic'\. There are: 1-motivation, 2-"):
        load_assignment(built, "9-magic")
    (tmp_path / "grader_config.py").write_text("c = get_config(\n")
    with pytest.raises(CourseError, match="cannot be read"):
        open_course(tmp_path)
