"""The command line: `dropout-course COMMAND --help` tells what each command does."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from rich.console import Console

from .answers import check_answers, read_answers
from .assignment import Assignment, load_assignment
from .build import build
from .course import Course, CourseError, open_course
from .demo import make_class, side_course
from .doctor import examine_machine
from .feedback import write_feedback
from .grade import Workers, grade, open_assignment, suitable_number, unchanged
from .report import count_mistakes, read_rows, write_csv
from .sandbox import BWRAP, NONE, with_sandbox
from .show import show_progress, show_rows
from .submission import students
from .wall import complaint_about, require_sandbox


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return the exit status: 0, or 1 where the instructor has to mend something.

    What students hand in never changes the exit status.
    """
    options = _parser().parse_args(arguments)
    console = Console()
    try:
        return int(options.run(options, console) or 0)
    except CourseError as error:
        Console(stderr=True).print(str(error), markup=False, highlight=False, style="red")
        return 1
    except KeyboardInterrupt:
        Console(stderr=True).print("Stopped. Submissions graded so far are recorded.")
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dropout-course",
        description="Build the notebooks of a course, grade submissions, write feedback and marks.",
    )
    parser.add_argument(
        "--course-dir", type=Path, default=Path(), help="directory of the course (default: here)"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    def database(added: argparse.ArgumentParser) -> None:
        added.add_argument(
            "--db", metavar="URL", help="gradebook (default: sqlite:///gradebook.db)"
        )

    added = command("build", _build, "Generate the notebooks of an assignment from its text.")
    added.add_argument("assignment", nargs="?", help="such as 2-forward-pass (default: all)")
    database(added)

    added = command("grade", _grade, "Grade the submissions in submitted/STUDENT/ASSIGNMENT/.")
    added.add_argument("assignment")
    added.add_argument("--student", metavar="ID", help="grade one student only")
    added.add_argument(
        "--sandbox",
        choices=[BWRAP, NONE],
        help="'none' runs students' code with all your rights (default: as grader_config.py says)",
    )
    where = added.add_mutually_exclusive_group()
    where.add_argument(
        "--workers",
        type=_positive,
        metavar="N",
        help="grade with so many processes (default: one for each core, or one for a few students)",
    )
    where.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="grade on the workers of this Dask scheduler, such as tcp://10.0.0.7:8786",
    )
    added.add_argument(
        "--force", action="store_true", help="also grade again what has not changed since"
    )
    database(added)

    added = command("feedback", _feedback, "Write a feedback page for each graded submission.")
    added.add_argument("assignment")
    database(added)

    added = command("export", _export, "Write the marks as CSV, and the class as a picture.")
    added.add_argument("assignment")
    added.add_argument("--to", type=Path, default=Path("grades.csv"), help="default: grades.csv")
    added.add_argument("--picture", type=Path, metavar="PNG", help="also draw the class picture")
    database(added)

    added = command(
        "check", _check, "Grade every answer in answers/ and compare the verdicts, cell by cell."
    )
    added.add_argument("assignment", nargs="?", help="default: all")

    command("demo", _demo, "Make a class from answers/, grade it and show the results, in demo/.")
    database(command("doctor", _doctor, "Say whether this machine is ready to build and grade."))
    return parser


def _positive(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes")
    return int(text)


def _open(options: argparse.Namespace) -> Course:
    return open_course(options.course_dir, getattr(options, "db", None))


def _open_for_our_own_answers(options: argparse.Namespace, console: Console) -> Course:
    """The course, without a sandbox where this machine has none: nobody else's code is run."""
    course = _open(options)
    complaint = complaint_about(course)
    if not complaint:
        return course
    console.print(f"{complaint} Our own answers are graded here, so it goes on without a sandbox.")
    return with_sandbox(course, NONE)


def _build(options: argparse.Namespace, console: Console) -> None:
    course = _open(options)
    for name in [options.assignment] if options.assignment else course.assignments():
        build(course, name, lambda text: console.print(text, markup=False, soft_wrap=True))


def _grade(options: argparse.Namespace, console: Console) -> None:
    course = _open(options)
    if options.sandbox:
        course = with_sandbox(course, options.sandbox)
    require_sandbox(course)
    assignment = open_assignment(course, options.assignment)
    chosen = everybody = students(course)
    if options.student is not None:
        if options.student not in everybody:
            raise CourseError(
                f"There is no student {options.student!r} in {course.path('submitted')}."
            )
        chosen = [options.student]
    if not chosen:
        raise CourseError(
            f"There are no submissions: put them into {course.path('submitted')}/STUDENT/"
            f"{assignment.name}/{assignment.notebook}.ipynb."
        )
    same = set() if options.force else unchanged(course, assignment, chosen)
    changed = [student for student in chosen if student not in same]
    if changed:
        console.print(
            "Trying the author's own answers first: if they fail here, everybody's would."
        )
        workers = Workers(options.workers or suitable_number(len(changed)), options.scheduler)
        _grade_with_progress(course, assignment, changed, workers, console)
    _show_results(course, assignment, chosen, console)
    if same:
        console.print(
            f"{len(same)} of them were graded before and have not changed since; "
            "--force grades them again."
        )


def _grade_with_progress(
    course: Course, assignment: Assignment, chosen: list[str], workers: Workers, console: Console
) -> None:
    started = monotonic()
    with closing(grade(course, assignment, chosen, workers, trial=True)) as outcomes:
        show_progress(console, outcomes, len(chosen))
    seconds = monotonic() - started
    console.print(
        f"{len(chosen)} submissions in {seconds:.0f} s, {seconds / len(chosen):.2f} s each."
    )


def _show_results(
    course: Course, assignment: Assignment, chosen: list[str], console: Console
) -> None:
    rows = [row for row in read_rows(course, assignment) if row.student in chosen]
    show_rows(console, rows, assignment)


def _feedback(options: argparse.Namespace, console: Console) -> None:
    course = _open(options)
    pages = write_feedback(course, load_assignment(course, options.assignment))
    console.print(f"{pages} feedback pages in {course.path('feedback')}", soft_wrap=True)


def _export(options: argparse.Namespace, console: Console) -> None:
    course = _open(options)
    _write_marks(
        course, load_assignment(course, options.assignment), options.to, options.picture, console
    )


def _write_marks(
    course: Course, assignment: Assignment, to: Path, picture: Path | None, console: Console
) -> None:
    rows = read_rows(course, assignment)
    write_csv(rows, assignment, to)
    console.print(f"marks of {len(rows)} students in {to}", soft_wrap=True)
    if picture is not None:
        from .picture import write_picture  # it imports matplotlib, which the other commands spare

        mistakes = count_mistakes(course, assignment, [row.student for row in rows])
        write_picture(rows, mistakes, assignment, picture)
        console.print(f"class picture in {picture}", soft_wrap=True)


def _check(options: argparse.Namespace, console: Console) -> int:
    course, wrong = _open_for_our_own_answers(options, console), 0
    for name in [options.assignment] if options.assignment else course.assignments():
        with TemporaryDirectory() as folder:
            scratch = side_course(course, Path(folder))
            assignment = open_assignment(scratch, name)
            faults = check_answers(scratch, assignment, read_answers(course, assignment))
        for answer, found in faults.items():
            console.print(f"{'✗' if found else '✓'} {name}: {answer}", markup=False)
            for fault in found:
                console.print(f"    {fault}", markup=False, soft_wrap=True)
        failures = sum(map(bool, faults.values()))
        wrong += failures
        console.print(f"{name}: {len(faults) - failures} of {len(faults)} answers as expected.")
    return min(wrong, 1)


def _demo(options: argparse.Namespace, console: Console) -> None:
    course = _open_for_our_own_answers(options, console)
    folder = course.root / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    demo = side_course(course, folder)
    for name in course.assignments():
        build(course, name, lambda text: None, every_cell=False)
        assignment = open_assignment(demo, name)
        handed_in = make_class(demo, assignment)
        console.print(f"{len(handed_in)} students hand in {name}.")
        workers = Workers(suitable_number(len(handed_in)))
        _grade_with_progress(demo, assignment, handed_in, workers, console)
        _show_results(demo, assignment, handed_in, console)
        pages = write_feedback(demo, assignment)
        marks = folder / name
        marks.mkdir()
        _write_marks(demo, assignment, marks / "grades.csv", marks / "class.png", console)
        console.print(f"{pages} feedback pages in {demo.path('feedback')}", soft_wrap=True)


def _doctor(options: argparse.Namespace, console: Console) -> int:
    healthy = True
    for ok, words in examine_machine(options.course_dir, options.db):
        console.print(
            f"{'✓' if ok else '✗'} {words}", markup=False, highlight=False, soft_wrap=True
        )
        healthy &= ok
    return 0 if healthy else 1


if __name__ == "__main__":
    sys.exit(main())
