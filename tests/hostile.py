"""Hostile submissions as data: what each of them tries, and what it may get for that.

`tests/hostile/KIND/NAME.py` starts with a sentence and with lines `# KEY: value`. What follows are
cells, each under a line `# %% WHERE`: the grade_id of the answer that it replaces, `end` for a cell
after all others, or nothing for one before all others. A file may add several of these.
`tests/hostile/mangling.py` breaks the notebook file itself.

Every cell ends its process at once where the machine is not called `notebook`, as it is called in
the sandbox: a test that forgets the wall must not cost anybody their files.
"""

import re
import runpy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from examiner.answers import fill_in, solutions
from examiner.assignment import Assignment

FOLDER = Path(__file__).parent / "hostile"
TOP, END = "", "end"
BASES = ("right", "wrong")
STATUSES = ("graded", "crashed", "timed out", "malformed")
KEY = re.compile(r"# (base|points|status|never|never on page): (.+)")
WALLED = "notebook"  # what the sandbox calls the machine
LOCK = f"__import__('os').uname().nodename == {WALLED!r} or __import__('os')._exit(77)"
SHELL_LOCK = f'[ "$(uname -n)" = {WALLED} ] || exit 77'
CELL = re.compile(r"^# %%(.*)\n", flags=re.MULTILINE)

# Answers of the right types and shapes that fail every graded cell.
NONSENSE = {
    "sample_keep_mask": "def sample_keep_mask(shape, p, rng):\n    return np.full(shape, 7)",
    "vanilla_dropout": ("def vanilla_dropout(x, p, training, rng):\n    return np.full_like(x, 7)"),
    "dropout_forward": (
        "def dropout_forward(x, p, training, rng):\n"
        "    return np.full_like(x, 7), np.full_like(x, 7)"
    ),
    "dropout_moments": (
        "def dropout_moments(x, p):\n    return np.full_like(x, 7), np.full_like(x, 7)"
    ),
    "Dropout": (
        "class Dropout:\n"
        "    def __init__(self, p, rng):\n"
        "        self.training = self.mask = 7\n\n"
        "    def train(self):\n"
        "        pass\n\n"
        "    eval = train\n\n"
        "    def forward(self, x):\n"
        "        return np.full_like(x, 7)"
    ),
}


@dataclass(frozen=True)
class Hostile:
    """A submission that wants points it has not earned, secrets, or to do harm."""

    kind: str  # "forging", "theft" or "damage"
    name: str
    title: str  # what it tries, in a sentence
    base: str  # "right" or "wrong": what the answer cells hold that are not replaced
    points: float  # what it must get of the automatic ones
    statuses: tuple[str, ...]  # how grading it may end
    never: tuple[str, ...]  # text that no output and no feedback page may hold
    never_on_page: tuple[str, ...]  # text that the HTML of the feedback page may not hold
    cells: tuple[tuple[str, str], ...]  # where, and the code


@dataclass(frozen=True)
class Mangled:
    """A way to break a notebook file."""

    name: str
    title: str
    mangle: Callable[[dict[str, Any]], bytes]  # from a student's notebook with right answers
    points: float
    statuses: tuple[str, ...]


def read_hostile() -> list[Hostile]:
    """All hostile submissions. Raises ValueError for a file whose header is not complete."""
    return [_read(path) for path in sorted(FOLDER.glob("*/*.py"))]


def read_mangled() -> list[Mangled]:
    """All ways to break a notebook file."""
    table = runpy.run_path(str(FOLDER / "mangling.py"))["MANGLING"]
    return [
        Mangled(name, title, mangle, points, tuple(status.split("|")))
        for name, (title, mangle, points, status) in table.items()
    ]


def notebook(hostile: Hostile, assignment: Assignment) -> NotebookNode:
    """The notebook that the hostile student hands in."""
    texts = solutions(assignment) if hostile.base == "right" else dict(NONSENSE)
    texts |= {
        where: code if where == "own-words" else locked(code)
        for where, code in hostile.cells
        if where not in (TOP, END)
    }
    filled = fill_in(assignment, texts)
    for place in (TOP, END):
        added = [
            new_code_cell(locked(code), id=f"added-{place or 'top'}-{number}")
            for number, (where, code) in enumerate(hostile.cells)
            if where == place
        ]
        filled.cells = [*added, *filled.cells] if place == TOP else [*filled.cells, *added]
    return filled


def locked(code: str) -> str:
    """Code that does nothing outside of a wall."""
    if not code.startswith("%%"):
        return f"{LOCK}\n{code}"
    magic, rest = code.split("\n", 1)
    shell = magic.startswith(("%%bash", "%%script"))
    return f"{magic}\n{SHELL_LOCK if shell else LOCK}\n{rest}"


def _read(path: Path) -> Hostile:
    header, *parts = CELL.split(path.read_text(encoding="utf-8"))
    title, *lines = header.strip().split("\n")
    matches = [KEY.fullmatch(line) for line in lines]
    keys = [match[1] for match in matches if match]
    values = [match[2] for match in matches if match]
    told: dict[str, list[str]] = {key: [] for key in ("never", "never on page")}
    for key, value in zip(keys, values, strict=True):
        told.setdefault(key, []).append(value)
    cells = tuple(
        (where.strip(), code.strip("\n"))
        for where, code in zip(parts[::2], parts[1::2], strict=True)
    )
    try:
        (base,), (points,), (status,) = told["base"], told["points"], told["status"]
        if (
            None in matches
            or base not in BASES
            or not {*status.split("|")} <= {*STATUSES}
            or not {where for where, _ in cells} <= {TOP, END, "own-words", *NONSENSE}
            or not cells
        ):
            raise KeyError
        return Hostile(
            path.parent.name,
            path.stem,
            title.removeprefix("# "),
            base,
            float(points),
            tuple(status.split("|")),
            tuple(told["never"]),
            tuple(told["never on page"]),
            cells,
        )
    except (KeyError, ValueError) as error:
        raise ValueError(
            f"{path} must start with a sentence and then `# base:`, `# points:` and `# status:`, "
            "and hold cells under `# %% WHERE`."
        ) from error
