"""The results of an assignment as rows: for the table, the CSV file and the class picture."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbgrader import api
from nbgrader.api import (
    BaseCell,
    Grade,
    Gradebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import select
from sqlalchemy.orm import undefer

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
        submissions = {entry.student_id: entry for entry in _submissions(gradebook, assignment)}
        points: dict[str, dict[str, float]] = defaultdict(dict)
        unread: dict[str, set[str]] = defaultdict(set)
        for grade in _grades(gradebook, assignment):
            points[grade.student_id][grade.name] = grade.score
            if grade.needs_manual_grade:
                unread[grade.student_id].add(grade.name)
        rows = []
        for student in gradebook.db.scalars(select(Student.id).order_by(Student.id)):
            mark = marks.get(student, Mark(MISSING, "Not graded yet.", ""))
            submitted, late, penalty = "", 0.0, 0.0
            if student in submissions:
                submission = submissions[student]
                if submission.timestamp:
                    submitted = submission.timestamp.isoformat(timespec="seconds") + "Z"
                late = submission.total_seconds_late / 3600
                penalty = submission.late_submission_penalty or 0.0
            exercises = {
                exercise.name: sum(points[student].get(name, 0.0) for name in exercise.graded)
                for exercise in assignment.exercises
            }
            waiting = frozenset(
                exercise.name
                for exercise in assignment.exercises
                if unread[student] & {*exercise.graded}
            )
            told = student, mark.status, mark.reason
            rows.append(Row(*told, submitted, late, exercises, waiting, penalty))
    return rows


def _submissions(gradebook: Gradebook, assignment: Assignment) -> Iterable[SubmittedAssignment]:
    entries: Iterable[SubmittedAssignment] = gradebook.db.scalars(
        select(SubmittedAssignment)
        .join(SubmittedAssignment.assignment)
        .where(api.Assignment.name == assignment.name)
        .options(undefer(SubmittedAssignment.late_submission_penalty))
    )
    return entries


def _grades(gradebook: Gradebook, assignment: Assignment) -> Iterable[Any]:
    """Everybody's points for each cell, without an object of nbgrader's for every one of them."""
    grades: Iterable[Any] = gradebook.db.execute(
        select(SubmittedAssignment.student_id, BaseCell.name, Grade.score, Grade.needs_manual_grade)
        .select_from(Grade)
        .join(Grade.cell)
        .join(Grade.notebook)
        .join(SubmittedNotebook.assignment)
        .join(SubmittedAssignment.assignment)
        .where(api.Assignment.name == assignment.name)
    )
    return grades


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
