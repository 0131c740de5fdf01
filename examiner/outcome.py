"""What comes of grading one submission."""

from dataclasses import dataclass, field
from datetime import datetime

GRADED, CRASHED, TIMED_OUT, MALFORMED, MISSING = (
    "graded",
    "crashed",
    "timed out",
    "malformed",
    "missing",
)


@dataclass(frozen=True)
class Outcome:
    """How grading a submission ended."""

    status: str
    reason: str  # sentences for the student and the instructor; empty if nothing was odd
    text: str = ""  # the graded notebook, or one that says why there is none; empty if missing
    scores: dict[str, float | None] = field(default_factory=dict)  # by grade_id; None: by hand
    timestamp: datetime | None = None  # UTC without zone, as nbgrader keeps it
    lasting: bool = True  # whether grading it once more would give the same
