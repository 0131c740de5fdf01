"""What the commands print: progress while grading, and the table of results."""

from collections.abc import Iterable
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from .assignment import Assignment
from .outcome import GRADED, Outcome
from .report import Row

STYLES = {GRADED: "green", "missing": "yellow"}  # any other status is red


def show_progress(console: Console, outcomes: Iterable[tuple[str, Outcome]], total: int) -> None:
    """Follow the grading: a bar on a terminal, a line per submission elsewhere."""
    if not console.is_terminal:
        for number, (student, outcome) in enumerate(outcomes, start=1):
            line = f"[{number}/{total}] {student}: {outcome.status} {outcome.reason}".rstrip()
            console.print(line, markup=False, highlight=False, soft_wrap=True)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[others]} not graded"),
        TextColumn("{task.fields[rate]:.1f}/s"),
        TimeRemainingColumn(),
    )
    started = monotonic()
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("Grading", total=total, others=0, rate=0.0)
        others = 0
        for number, (student, outcome) in enumerate(outcomes, start=1):
            others += outcome.status != GRADED
            rate = number / (monotonic() - started)
            words = f"Graded {student}"
            progress.update(task, advance=1, others=others, rate=rate, description=words)


def show_rows(console: Console, rows: list[Row], assignment: Assignment) -> None:
    """Print a row per student with the points of every exercise, and below what was odd."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("student", no_wrap=True)
    for exercise in assignment.exercises:
        heading = f"{exercise.name}\n/{exercise.points:g}".replace("_", "_\n")
        table.add_column(Text(heading), justify="right", vertical="bottom")
    table.add_column("score", justify="right")
    table.add_column("status", no_wrap=True)
    for row in rows:
        points = [
            "?" if exercise.name in row.waiting else f"{row.exercises[exercise.name]:g}"
            for exercise in assignment.exercises
        ]
        status = Text(row.status, style=STYLES.get(row.status, "red"))
        table.add_row(Text(row.student), *points, f"{row.score:g}", status)
    console.print(f"{assignment.name}, {assignment.points:g} points", highlight=False)
    console.print(table)
    for row in rows:
        late = f"Handed in {row.hours_late:.1f} hours late. " if row.hours_late else ""
        if late or row.reason:
            words = f"{row.student}: {late}{row.reason}"
            console.print(words, markup=False, highlight=False, soft_wrap=True)
    waiting = sum(bool(row.waiting) for row in rows)
    if waiting:
        console.print(f"? {waiting} written answers wait for a person: grade them in Formgrader.")
