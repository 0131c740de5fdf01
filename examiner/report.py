"""The results of an assignment as rows: for the table, the CSV file and the class picture."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import MissingEntry

from .assignment import Assignment, complaints
from .course import Course
from .outcome import MISSING
from .record import Mark, read_marks


@dataclass(frozen=True)
class Row:
    """One student's result."""

    student: str
    status: str
    reason: str
    submitted: str  # ISO 8601 in UTC, or empty
    hours_late: float
    exercises: dict[str, float]  # points by exercise
    waiting: frozenset[str]  # exercises with an answer that a person has to read
    penalty: float

    @property
    def score(self) -> float:
        """The points of all exercises, less the penalty for being late."""
        return max(0.0, sum(self.exercises.values()) - self.penalty)


def read_rows(course: Course, assignment: Assignment) -> list[Row]:
    """A row for every student in the gradebook, whether they handed something in or not."""
    with course.gradebook() as gradebook:
        marks = read_marks(gradebook, assignment.name)
        rows = []
        for student in sorted(student.id for student in gradebook.students):
            mark = marks.get(student, Mark(MISSING, "Not graded yet.", ""))
            points: dict[str, float] = {}
            unread: set[str] = set()
            submitted, late, penalty = "", 0.0, 0.0
            try:
                submission = gradebook.find_submission(assignment.name, student)
            except MissingEntry:
                pass
            else:
                grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
                points = {grade.name: grade.score for grade in grades}
                unread = {grade.name for grade in grades if grade.needs_manual_grade}
                if submission.timestamp:
                    submitted = submission.timestamp.isoformat(timespec="seconds") + "Z"
                late = submission.total_seconds_late / 3600
                penalty = submission.late_submission_penalty or 0.0
            exercises = {
                exercise.name: sum(points.get(name, 0.0) for name in exercise.graded)
                for exercise in assignment.exercises
            }
            waiting = frozenset(e.name for e in assignment.exercises if unread & {*e.graded})
            told = student, mark.status, mark.reason
            rows.append(Row(*told, submitted, late, exercises, waiting, penalty))
    return rows


def write_csv(rows: list[Row], assignment: Assignment, path: Path) -> None:
    """Write a row per student and a column per exercise."""
    names = [exercise.name for exercise in assignment.exercises]
    header = ["student", "status", *names, "late_penalty", "score", "max_score"]
    header += ["waits_for_person", "submitted", "hours_late", "reason"]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in rows:
            points = [*row.exercises.values(), row.penalty, row.score, assignment.points]
            rest = [" ".join(sorted(row.waiting)), row.submitted, f"{row.hours_late:.2f}"]
            writer.writerow(
                [row.student, row.status, *(f"{n:g}" for n in points), *rest, row.reason]
            )


def count_mistakes(course: Course, assignment: Assignment, students: list[str]) -> Counter[str]:
    """How many students made each mistake, as "exercise: first line of what a test cell says"."""
    of = {name: exercise.name for exercise in assignment.exercises for name in exercise.graded}
    counts: Counter[str] = Counter()
    for student in students:
        path = course.path("autograded", student, assignment.name) / f"{assignment.notebook}.ipynb"
        if path.exists():
            counts.update(_mistakes(nbformat.read(path, as_version=4), of))
    return counts


def _mistakes(notebook: nbformat.NotebookNode, exercise_of: dict[str, str]) -> set[str]:
    found = set()
    for name, text in complaints(notebook).items():
        if text:
            mistake, exercise = text.split("\n")[0], exercise_of[name]
            found.add(mistake if mistake.startswith(exercise) else f"{exercise}: {mistake}")
    return found
