"""Ways to break a notebook file: NAME -> (sentence, function, points, status).

The function gets a student's notebook with right answers as plain JSON data, which it may change,
and returns the bytes to hand in. Answers that can still be told to be answers keep their points;
what nobody can read is malformed.
"""

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable
from typing import Any

Cell = dict[str, Any]
Notebook = dict[str, Any]
Mangle = Callable[[Notebook], bytes]

FULL = 33
WITHOUT_MOMENTS = 29
WITHOUT_LAST_CLASS = 25
MANGLING: dict[str, tuple[str, Mangle, float, str]] = {}


def mangling(points: float = FULL, status: str = "graded") -> Callable[[Mangle], Mangle]:
    """Register a function that returns bytes; its docstring is the sentence."""

    def register(mangle: Mangle) -> Mangle:
        MANGLING[mangle.__name__] = (str(mangle.__doc__), mangle, points, status)
        return mangle

    return register


def change(
    points: float = FULL, status: str = "graded"
) -> Callable[[Callable[[Notebook], None]], Mangle]:
    """Register a function that changes the notebook."""

    def register(function: Callable[[Notebook], None]) -> Mangle:
        def mangle(notebook: Notebook) -> bytes:
            function(notebook)
            return dump(notebook)

        mangle.__name__, mangle.__doc__ = function.__name__, function.__doc__
        return mangling(points, status)(mangle)

    return register


def dump(document: Any) -> bytes:
    return json.dumps(document).encode()


def about(cell: Cell) -> Cell:
    """nbgrader's metadata, empty where there are none."""
    return cell["metadata"].get("nbgrader", {})


def text(cell: Cell) -> str:
    return cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])


def tests(notebook: Notebook) -> list[Cell]:
    return [cell for cell in notebook["cells"] if about(cell).get("grade") and text(cell)[0] == "#"]


def find(notebook: Notebook, name: str) -> Cell:
    return next(cell for cell in notebook["cells"] if about(cell).get("grade_id") == name)


def copy(cell: Cell, **changed: Any) -> Cell:
    return json.loads(json.dumps(cell)) | changed


def code(source: Any, **more: Any) -> Cell:
    return {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    } | more


# Tags, metadata and flags.


def tags_of_tests(notebook: Notebook) -> None:
    for cell in tests(notebook):
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception", "remove-cell"]


@change()
def tags_that_skip(notebook: Notebook) -> None:
    """All graded cells are tagged to be skipped."""
    tags_of_tests(notebook)


@change()
def metadata_of_cells(notebook: Notebook) -> None:
    """The metadata of cells are null, lists, texts and numbers."""
    for number, cell in enumerate(notebook["cells"]):
        cell["metadata"] = [None, [], "x", 5, {"nbgrader": None}, 1.5, True][number % 7]


@change()
def metadata_of_nbgrader(notebook: Notebook) -> None:
    """What nbgrader keeps in a cell is null, a list, a text, a number or nonsense."""
    for number, cell in enumerate(notebook["cells"]):
        cell["metadata"]["nbgrader"] = [None, [], "x", 5, {"grade_id": []}, {"x": {}}][number % 6]


@mangling()
def metadata_of_the_notebook(notebook: Notebook) -> bytes:
    """The metadata of the notebook are a list, and its version a text."""
    return dump(notebook | {"metadata": [1, 2], "nbformat": "four", "nbformat_minor": None})


@change()
def metadata_missing(notebook: Notebook) -> None:
    """No cell has metadata, nor has the notebook."""
    del notebook["metadata"]
    for cell in notebook["cells"]:
        del cell["metadata"]


@change()
def flags_changed(notebook: Notebook) -> None:
    """Graded cells say that they are answers, not locked and not graded."""
    for cell in tests(notebook):
        about(cell).update(grade=False, solution=True, locked=False, task=True)


@change()
def flags_of_wrong_types(notebook: Notebook) -> None:
    """The flags of graded and answer cells are texts, lists and numbers."""
    for cell in notebook["cells"]:
        if about(cell):
            about(cell).update(grade="no", solution=[], locked={}, task=0, schema_version="x")


@change()
def points_raised(notebook: Notebook) -> None:
    """Graded cells are worth a thousand points each."""
    for cell in tests(notebook):
        about(cell)["points"] = 1000


@change()
def points_that_are_no_numbers(notebook: Notebook) -> None:
    """Graded cells are worth nan, infinity, less than nothing, or a text."""
    for number, cell in enumerate(tests(notebook)):
        about(cell)["points"] = [float("nan"), float("inf"), -100, "33", None, [1]][number % 6]


@change()
def old_schema(notebook: Notebook) -> None:
    """nbgrader's metadata are of the first version."""
    for cell in notebook["cells"]:
        if about(cell):
            about(cell)["schema_version"] = 1


@change()
def future_schema(notebook: Notebook) -> None:
    """nbgrader's metadata are of a version that does not exist yet."""
    for cell in notebook["cells"]:
        if about(cell):
            about(cell)["schema_version"] = 99


@change()
def checksums_altered(notebook: Notebook) -> None:
    """All checksums are wrong."""
    for cell in notebook["cells"]:
        if about(cell):
            about(cell)["checksum"] = "0" * 32


@change()
def other_kernel(notebook: Notebook) -> None:
    """The notebook asks for a kernel that runs bash."""
    notebook["metadata"] = {
        "kernelspec": {"name": "bash", "display_name": "Bash", "language": "bash"},
        "language_info": {"name": "bash", "file_extension": ".sh"},
    }


# The same with answers that earn nothing.


def spoil(notebook: Notebook) -> None:
    """Replace all answers by nonsense."""
    for cell in notebook["cells"]:
        if about(cell).get("solution") and cell["cell_type"] == "code":
            cell["source"] = "dropout_moments = vanilla_dropout = sample_keep_mask = print"


@change(0)
def wrong_and_skipped(notebook: Notebook) -> None:
    """Wrong answers, and all graded cells are tagged to be skipped."""
    spoil(notebook)
    tags_of_tests(notebook)


@change(0)
def wrong_and_not_code(notebook: Notebook) -> None:
    """Wrong answers, and the graded cells are no code."""
    spoil(notebook)
    for number, cell in enumerate(tests(notebook)):
        cell["cell_type"] = ["markdown", "raw"][number % 2]


@change(0)
def wrong_and_not_graded(notebook: Notebook) -> None:
    """Wrong answers, and the graded cells are neither graded nor locked."""
    spoil(notebook)
    for cell in tests(notebook):
        about(cell).update(grade=False, locked=False)


@change(0)
def wrong_and_rewritten(notebook: Notebook) -> None:
    """Wrong answers, and graded cells, with outputs to match, that give all points."""
    spoil(notebook)
    data = {"text/plain": "2.0"}
    output = {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": data}
    for cell in tests(notebook):
        cell.update(source="2.0", outputs=[output])


@change(0)
def wrong_and_deleted(notebook: Notebook) -> None:
    """Wrong answers, and no graded cells."""
    spoil(notebook)
    gone = tests(notebook)
    notebook["cells"] = [cell for cell in notebook["cells"] if cell not in gone]


# Cells repeated, removed, renamed and moved.


@change()
def tests_repeated(notebook: Notebook) -> None:
    """Every graded cell is there twice, with the same names."""
    notebook["cells"] += [copy(cell) for cell in tests(notebook)]


@change()
def tests_repeated_often(notebook: Notebook) -> None:
    """Every graded cell is there thirty times."""
    notebook["cells"] += [copy(cell) for cell in tests(notebook) for _ in range(29)]


@change()
def tests_deleted(notebook: Notebook) -> None:
    """There are no graded cells."""
    gone = tests(notebook)
    notebook["cells"] = [cell for cell in notebook["cells"] if cell not in gone]


@change()
def tests_emptied(notebook: Notebook) -> None:
    """All graded cells are empty."""
    for cell in tests(notebook):
        cell["source"] = []


@change()
def tests_rewritten(notebook: Notebook) -> None:
    """All graded cells hold a number of points instead."""
    for cell in tests(notebook):
        cell["source"] = "1000.0"


@change(WITHOUT_MOMENTS)
def answer_deleted(notebook: Notebook) -> None:
    """An answer cell is missing."""
    notebook["cells"].remove(find(notebook, "dropout_moments"))


@change()
def answer_repeated(notebook: Notebook) -> None:
    """An answer cell is followed by a copy of it that was never worked on."""
    cell = find(notebook, "dropout_moments")
    stub = "def dropout_moments(x, p):\n    raise NotImplementedError()\n"
    place = notebook["cells"].index(cell)
    notebook["cells"].insert(place, copy(cell, source=stub, id="older"))


@change(FULL - 3)
def answer_replaced_later(notebook: Notebook) -> None:
    """A right answer is followed by a copy with a half-wrong one, which is the last word."""
    cell = find(notebook, "dropout_moments")
    wrong = "def dropout_moments(x, p):\n    return x, x\n"
    place = notebook["cells"].index(cell)
    notebook["cells"].insert(place + 1, copy(cell, source=wrong, id="newer"))


@change()
def answers_in_one_cell(notebook: Notebook) -> None:
    """All answers are in a cell of the student's own, and the answer cells are gone."""
    answers = [cell for cell in notebook["cells"] if about(cell).get("solution")]
    answers = [cell for cell in answers if cell["cell_type"] == "code"]
    notebook["cells"] = [cell for cell in notebook["cells"] if cell not in answers]
    place = next(n for n, cell in enumerate(notebook["cells"]) if "import numpy" in text(cell)) + 1
    notebook["cells"].insert(place, code("\n\n".join(map(text, answers)), id="mine"))


@change()
def answer_in_a_test_cell(notebook: Notebook) -> None:
    """An answer was written into the graded cell below, and its own cell removed."""
    answer = find(notebook, "dropout_moments")
    find(notebook, "dropout_moments-mean")["source"] = text(answer)
    notebook["cells"].remove(answer)


@change()
def names_lost(notebook: Notebook) -> None:
    """Graded and answer cells have other names, and no cell has an id."""
    for number, cell in enumerate(notebook["cells"]):
        cell.pop("id", None)
        if about(cell):
            about(cell)["grade_id"] = f"cell-{number}"


@change()
def names_of_wrong_types(notebook: Notebook) -> None:
    """Names of cells are numbers, lists and null."""
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = [number, None, [], {}, True][number % 5]
        if about(cell):
            about(cell)["grade_id"] = [number, None, ["x"], {"x": 1}][number % 4]


@change()
def names_swapped(notebook: Notebook) -> None:
    """Two answer cells, which stay where they are, have each other's names."""
    one, other = find(notebook, "vanilla_dropout"), find(notebook, "dropout_moments")
    about(one)["grade_id"], about(other)["grade_id"] = "dropout_moments", "vanilla_dropout"


@change()
def names_all_the_same(notebook: Notebook) -> None:
    """All graded cells have the name of one of them."""
    for cell in tests(notebook):
        about(cell)["grade_id"] = "sample_keep_mask-boolean"


@change()
def name_of_a_test_on_own_cell(notebook: Notebook) -> None:
    """A cell of the student's own has the name of a graded cell and comes after it."""
    claim = {"nbgrader": about(find(notebook, "Dropout-mask")) | {"points": 100}}
    notebook["cells"].append(code("100.0", metadata=claim, id="mine"))


@change()
def ids_the_same(notebook: Notebook) -> None:
    """All cells have the same id."""
    for cell in notebook["cells"]:
        cell["id"] = "same"


@change()
def ids_moved(notebook: Notebook) -> None:
    """Every cell has the id of the one before it."""
    ids = [cell["id"] for cell in notebook["cells"]]
    for cell, name in zip(notebook["cells"], ids[-1:] + ids[:-1], strict=True):
        cell["id"] = name


@change()
def ids_too_long(notebook: Notebook) -> None:
    """Ids are long, empty, or hold characters that an id cannot hold."""
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = ["x" * 10_000, "", "../../etc", "<b>", "\ud83d", "a b"][number % 6]


@change()
def order_reversed(notebook: Notebook) -> None:
    """The last cell comes first."""
    notebook["cells"].reverse()


@change()
def order_by_chance(notebook: Notebook) -> None:
    """The cells are shuffled."""
    random.Random(1).shuffle(notebook["cells"])


@change()
def types_exchanged(notebook: Notebook) -> None:
    """Code is Markdown, and Markdown is code."""
    for cell in notebook["cells"]:
        cell["cell_type"] = "markdown" if cell["cell_type"] == "code" else "code"


@change()
def types_unknown(notebook: Notebook) -> None:
    """The types of cells are unknown, missing or no texts."""
    for number, cell in enumerate(notebook["cells"]):
        cell["cell_type"] = ["heading", None, 5, [], "CODE"][number % 5]


# Texts.


@change()
def sources_as_texts(notebook: Notebook) -> None:
    """The texts of cells are single strings, with the line ends of Windows."""
    for cell in notebook["cells"]:
        cell["source"] = text(cell).replace("\n", "\r\n")


@change(WITHOUT_MOMENTS)
def source_null(notebook: Notebook) -> None:
    """The text of an answer is null."""
    find(notebook, "dropout_moments")["source"] = None


@change(WITHOUT_MOMENTS)
def source_as_dict(notebook: Notebook) -> None:
    """The text of an answer is a dictionary."""
    cell = find(notebook, "dropout_moments")
    cell["source"] = {"0": text(cell)}


@change()
def source_with_strangers(notebook: Notebook) -> None:
    """Between the lines of an answer stand numbers, null and lists."""
    cell = find(notebook, "dropout_moments")
    lines = text(cell).splitlines(keepends=True)
    cell["source"] = [None, 5, *lines, ["x"], {"y": 1}]


@change()
def sources_missing(notebook: Notebook) -> None:
    """All cells that are not answers have no text at all."""
    for cell in notebook["cells"]:
        if not about(cell).get("solution"):
            del cell["source"]


@change()
def half_characters(notebook: Notebook) -> None:
    """Cells hold halves of surrogate pairs."""
    notebook["cells"].insert(0, code("x = '\ud83d'  # \udc00", id="mine"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = text(cell) + "\ud83d"


@change(WITHOUT_LAST_CLASS)
def null_characters(notebook: Notebook) -> None:
    """An answer and some text hold null characters and other control characters."""
    cell = find(notebook, "Dropout")
    cell["source"] = "\0" + text(cell)
    notebook["cells"].append(code("'\x01\x02\x1b[31m\x7f\u2028\ufeff'", id="mine"))


@change()
def huge_cell(notebook: Notebook) -> None:
    """A cell of the student's own is a comment of five megabytes."""
    notebook["cells"].append(code("#" + "x" * 5_000_000, id="mine"))


@change()
def cells_that_print(notebook: Notebook) -> None:
    """A hundred cells print nearly five megabytes each."""
    cells = [code("print('x' * 4_900_000)", id=f"mine-{n}") for n in range(100)]
    notebook["cells"] += cells


@change(FULL, "graded|timed out")
def cells_that_wait(notebook: Notebook) -> None:
    """Three hundred cells at the end sleep for three seconds each."""
    cells = [code("import time\ntime.sleep(3)", id=f"mine-{n}") for n in range(300)]
    notebook["cells"] += cells


@change(FULL, "crashed|timed out")
def cells_that_exit(notebook: Notebook) -> None:
    """Three hundred cells at the end kill the kernel, one after the other."""
    cells = [code("import os\nos._exit(0)", id=f"mine-{n}") for n in range(300)]
    notebook["cells"] += cells


# Outputs and attachments.


@change()
def outputs_with_scripts(notebook: Notebook) -> None:
    """Graded cells bring outputs with scripts and with points."""
    data = {"text/html": "<script>alert(1)</script>", "text/plain": "1000.0"}
    for cell in tests(notebook):
        cell["outputs"] = [
            {
                "output_type": "execute_result",
                "execution_count": 1,
                "metadata": {},
                "data": data,
            }
        ]


@change()
def outputs_of_wrong_types(notebook: Notebook) -> None:
    """Outputs and counts are texts, numbers and null."""
    for number, cell in enumerate(notebook["cells"]):
        cell["outputs"] = ["none", 5, None, [None], [[]], {"output_type": "x"}][number % 6]
        cell["execution_count"] = ["one", -1, 1e300, [], {}][number % 5]


@change()
def attachments_of_wrong_types(notebook: Notebook) -> None:
    """Attachments are lists and texts, or hold programs and text that is no base64."""
    for number, cell in enumerate(notebook["cells"]):
        cell["attachments"] = [
            [],
            "x",
            {"a": 5},
            {"a.html": {"text/html": "<script>alert(1)</script>"}},
            {"\ud83d": {"image/png": "*" * 100}},
            {"../../x.png": {"image/png": ["aGVsbG8="], "image/svg+xml": "<svg onload=alert(1)>"}},
        ][number % 6]


# The document.


@mangling()
def version_three(notebook: Notebook) -> bytes:
    """The notebook is of the third version, with sheets."""
    cells = [
        {"cell_type": cell["cell_type"], "metadata": cell["metadata"]}
        | {"input" if cell["cell_type"] == "code" else "source": cell["source"]}
        for cell in notebook["cells"]
    ]
    sheets = [{"cells": cells[:20]}, {"cells": cells[20:]}, None, {"cells": None}]
    return dump({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": sheets})


@mangling()
def sheets_beside_cells(notebook: Notebook) -> bytes:
    """The notebook has an empty list of sheets as well as its cells."""
    return dump(notebook | {"worksheets": []})


@mangling()
def version_five(notebook: Notebook) -> bytes:
    """The notebook is of a version that does not exist yet."""
    return dump(notebook | {"nbformat": 5, "nbformat_minor": 0})


@mangling()
def minor_version(notebook: Notebook) -> bytes:
    """The notebook is of a minor version that does not exist yet."""
    return dump(notebook | {"nbformat_minor": 99})


@mangling()
def version_missing(notebook: Notebook) -> bytes:
    """The notebook is nothing but its cells."""
    return dump({"cells": notebook["cells"]})


@change()
def strangers_among_cells(notebook: Notebook) -> None:
    """Between the cells are numbers, texts, lists, null and empty cells."""
    notebook["cells"] = [
        part for cell in notebook["cells"] for part in (cell, None, 5, "x", [], {})
    ]


@mangling(0, "malformed")
def cells_as_dict(notebook: Notebook) -> bytes:
    """The cells are a dictionary."""
    return dump(notebook | {"cells": {str(n): cell for n, cell in enumerate(notebook["cells"])}})


@mangling(0, "malformed")
def cells_null(notebook: Notebook) -> bytes:
    """The cells are null."""
    return dump(notebook | {"cells": None})


@mangling(0, "malformed")
def a_million_cells(notebook: Notebook) -> bytes:
    """There are a million empty cells."""
    return dump(notebook)[:-1] + b', "cells": [' + b"{}," * 999_999 + b"{}]}"


@mangling()
def a_million_nulls(notebook: Notebook) -> bytes:
    """The cells are followed by a million times null."""
    notebook["cells"] += [None] * 1_000_000
    return dump(notebook)


@mangling(0, "malformed")
def too_large(notebook: Notebook) -> bytes:
    """The file has thirty megabytes."""
    return dump(notebook | {"padding": "x" * 30_000_000})


@mangling()
def byte_order_mark(notebook: Notebook) -> bytes:
    """The file starts with a byte order mark."""
    return b"\xef\xbb\xbf" + dump(notebook)


@mangling(0, "malformed")
def utf_16(notebook: Notebook) -> bytes:
    """The file is in UTF-16."""
    return json.dumps(notebook, ensure_ascii=False).encode("utf-16")


@mangling(0, "malformed")
def latin_1(notebook: Notebook) -> bytes:
    """The file is in Latin-1, with an accent in a comment."""
    notebook["cells"].append(code("# caf\xe9", id="mine"))
    return json.dumps(notebook, ensure_ascii=False).encode("latin-1", "replace")


@mangling(0, "malformed")
def null_bytes(notebook: Notebook) -> bytes:
    """There are null bytes at the end, as after a crash of the disk."""
    return dump(notebook) + b"\0" * 5000


@mangling(0, "malformed")
def broken_bytes(notebook: Notebook) -> bytes:
    """Some bytes in the middle are no UTF-8."""
    data = dump(notebook)
    return data[:5000] + b"\xff\xfe\x80" + data[5000:]


@mangling()
def keys_twice(notebook: Notebook) -> bytes:
    """Keys of the notebook and of its cells are there twice; the last ones are right."""
    data = json.dumps(notebook).replace('"source":', '"source": 5, "source":')
    return ('{"cells": [], "nbformat": 1, ' + data[1:]).encode()


@mangling()
def nan_in_the_text(notebook: Notebook) -> bytes:
    """There are nan and infinity where JSON has no such numbers."""
    numbers = {"a": float("nan"), "b": float("inf"), "c": -float("inf")}
    return dump(notebook | {"metadata": numbers})


@mangling(0, "malformed")
def nested_deeply(notebook: Notebook) -> bytes:
    """The metadata are nested a hundred thousand deep."""
    deep = "[" * 100_000 + "]" * 100_000
    return ('{"metadata": ' + deep + ", " + json.dumps(notebook)[1:]).encode()


@mangling(0, "malformed")
def long_number(notebook: Notebook) -> bytes:
    """A number has ten thousand digits, which Python refuses to read."""
    return ('{"nbformat_minor": ' + "9" * 10_000 + ", " + json.dumps(notebook)[1:]).encode()


@mangling(0, "malformed")
def truncated(notebook: Notebook) -> bytes:
    """The second half of the file is missing."""
    data = dump(notebook)
    return data[: len(data) // 2]


@mangling(0, "malformed")
def trailing_text(notebook: Notebook) -> bytes:
    """The file goes on after its end."""
    return dump(notebook) + b'"}]}\n'


@mangling(0, "malformed")
def two_notebooks(notebook: Notebook) -> bytes:
    """Two notebooks were put into one file."""
    return dump(notebook) + b"\n" + dump(notebook)


@mangling(0, "malformed")
def merge_conflict(notebook: Notebook) -> bytes:
    """git has written both versions of a line into the file."""
    lines = json.dumps(notebook, indent=1).split("\n")
    lines[50:50] = ["<<<<<<< HEAD", lines[50], "=======", lines[50], ">>>>>>> theirs"]
    return "\n".join(lines).encode()


@mangling(0, "malformed")
def empty(notebook: Notebook) -> bytes:
    """The file is empty."""
    return b""


@mangling(0, "malformed")
def blank(notebook: Notebook) -> bytes:
    """The file holds spaces and line ends."""
    return b" \r\n\t\n" * 100


@mangling(0, "malformed")
def null(notebook: Notebook) -> bytes:
    """The notebook is null."""
    return b"null"


@mangling(0, "malformed")
def inside_a_list(notebook: Notebook) -> bytes:
    """The notebook is the one element of a list."""
    return dump([notebook])


@mangling(0, "malformed")
def inside_a_text(notebook: Notebook) -> bytes:
    """The notebook is a text with a notebook in it."""
    return dump(json.dumps(notebook))


@mangling(0, "malformed")
def only_cells_of_others(notebook: Notebook) -> bytes:
    """It is a notebook of another course."""
    return dump(notebook | {"cells": [code("print('hello')", id="hello")]})


@mangling(0, "malformed")
def gzipped(notebook: Notebook) -> bytes:
    """The file was compressed by gzip."""
    return gzip.compress(dump(notebook))


@mangling(0, "malformed")
def zipped(notebook: Notebook) -> bytes:
    """The file is an archive with the notebook in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("forward-pass.ipynb", dump(notebook))
    return file.getvalue()


@mangling(0, "malformed")
def page(notebook: Notebook) -> bytes:
    """The file is the page of a website that asks for a password."""
    return b"<!DOCTYPE html>\n<html><body><form>Sign in</form></body></html>\n"


@mangling(0, "malformed")
def program(notebook: Notebook) -> bytes:
    """The notebook was saved as a Python file and renamed."""
    return "\n\n".join(text(cell) for cell in notebook["cells"]).encode("utf-8", "replace")


@mangling(0, "malformed")
def pickled(notebook: Notebook) -> bytes:
    """The file is a pickle."""
    return b"\x80\x04cos\nsystem\n(S'true'\ntR."
