"""How fast a class is graded: stock nbgrader, this examiner in many ways, and the floor.

Run with `python benchmarks/grading.py` on a machine with nothing else to do: it takes half an hour
and writes docs/grading.md and docs/grading.png. `--quick` grades few and writes nothing.

All ways grade the same submissions, made from answers/, as whole commands. Seconds are of the
clock. CPU seconds are those that the whole machine has used meanwhile: what a killed kernel has
used is in nobody's account.
"""

# isort: split
import dropoutlab  # isort: skip  (before numpy, which it limits to one thread)

# isort: split
import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Event, Thread
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parent.parent))

import matplotlib
import psutil

from benchmarks.grading_report import Run, draw, report
from examiner.answers import fill_in, hand_in, read_answers, solutions
from examiner.assignment import Assignment, grade_id, is_test
from examiner.course import Course, open_course
from examiner.examine import Examiner
from examiner.grade import open_assignment
from examiner.submission import read_submission

assert dropoutlab
ROOT = Path(__file__).resolve().parent.parent
NAME = "2-forward-pass"
BIN = Path(sys.executable).parent
STOCK = """
c = get_config()
c.CourseDirectory.course_id = "stock"
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.ignore = [".ipynb_checkpoints", "__pycache__", "*.pyc", "*.py"]
"""
# The examples of https://otter-grader.readthedocs.io run one submission in the same way.
OTTER = """
from pathlib import Path
from otter.api import grade_submission
for path in sorted(Path("submitted").glob("*/*/*.ipynb")):
    print(path, grade_submission(str(path), ag_path="autograder.zip", quiet=True).total)
"""
OTTER_TEST = """
OK_FORMAT = False
from otter.test_files import test_case
name, points = {name!r}, {points}

@test_case(points=points)
def test(env):
    exec({code!r}, dict(env))
"""
HALVES = ("a", "b")  # with which names of students begin, so that a pattern picks half of them


def make_course(
    folder: Path, students: int, every_cell: bool = False, stock: bool = False
) -> Course:
    """A course with a class of submissions, right and wrong, always the same for a number."""
    shutil.copytree(ROOT / "source" / NAME, folder / "source" / NAME)
    shutil.copytree(ROOT / "answers" / NAME, folder / "answers" / NAME)
    config = (ROOT / "grader_config.py").read_text()
    config = config.replace("every_cell = False", f"every_cell = {every_cell}")
    (folder / "grader_config.py").write_text(config)
    course = open_course(folder)
    assignment = open_assignment(course, NAME)
    answers = read_answers(course, assignment)
    author = solutions(assignment)
    for number in range(students):
        answer = answers[number * 7 % len(answers)]
        notebook = fill_in(assignment, author | {answer.exercise: answer.code})
        hand_in(course, assignment, f"{HALVES[number % 2]}{number:04}", notebook)
    if stock:
        (folder / "grader_config.py").unlink()
        (folder / "nbgrader_config.py").write_text(STOCK)
        (folder / "gradebook.db").unlink()
        command = [str(BIN / "nbgrader"), "generate_assignment", NAME]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return course


def run(way: str, students: int, folder: Path, *commands: Sequence[str]) -> Run:
    """Run commands at the same time, to their end, and measure them."""
    own = {"PATH": f"{BIN}:{os.environ['PATH']}", "HOME": os.environ["HOME"]}
    before, start = busy(), perf_counter()
    done, most = Event(), [0.0, 0.0]
    with TemporaryFile() as told:
        started = [
            subprocess.Popen([str(BIN / command[0]), *command[1:]], cwd=folder, env=own,
                             stdout=told, stderr=subprocess.STDOUT)
            for command in commands
        ]  # fmt: skip
        watcher = Thread(target=watch, args=(started, done, most))
        watcher.start()
        codes = [process.wait() for process in started]
        seconds = perf_counter() - start
        done.set()
        watcher.join()
        told.seek(0)
        if any(codes) and "stock" not in way:  # stock ends with 1 if a cell of anybody timed out
            raise SystemExit(f"{way}: ended with {codes}.\n{told.read().decode()}")
    return Run(way, students, seconds, busy() - before, *most)


def busy() -> float:
    """CPU seconds that this machine has used since it was started."""
    times = psutil.cpu_times()
    return float(times.user + times.nice + times.system)


def watch(started: list[subprocess.Popen[bytes]], done: Event, most: list[float]) -> None:
    """Note the most memory, in megabytes, of the commands and of what they have started."""
    while not done.wait(0.5):
        own = others = 0.0
        for command in started:
            try:
                process = psutil.Process(command.pid)
                own += process.memory_full_info().pss
                for child in process.children(recursive=True):
                    try:
                        others += child.memory_full_info().pss
                    except psutil.Error:
                        continue
            except psutil.Error:
                continue
        most[:] = [max(most[0], own / 1e6), max(most[1], others / 1e6)]


def ours(
    way: str, students: int, *options: str, every_cell: bool = False, warm: bool = True
) -> Run:
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        make_course(folder, students, every_cell)
        if not warm:
            with (folder / "grader_config.py").open("a") as config:
                config.write("\nc.Sandbox.warm = False\n")
        return run(way, students, folder, ["dropout-course", "grade", NAME, *options])


def stock(way: str, students: int, processes: int) -> Run:
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        make_course(folder, students, stock=True)
        patterns = ["*"] if processes == 1 else [f"{half}*" for half in HALVES]
        commands = [["nbgrader", "autograde", NAME, f"--student={p}"] for p in patterns]
        return run(way, students, folder, *commands)


def otter(way: str, students: int, python: Path) -> Run:
    """otter-grader without containers: the same tests, as test files, in the student's process."""
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        course = make_course(folder, students)
        (folder / "tests").mkdir()
        for cell in open_assignment(course, NAME).source.cells:
            if is_test(cell):
                test = str(grade_id(cell)).replace("-", "_")
                points = cell.metadata.nbgrader["points"]
                code = OTTER_TEST.format(name=test, points=points, code=cell.source)
                (folder / "tests" / f"{test}.py").write_text(code)
        generate = [str(python.parent / "otter"), "generate", "-t", "tests", "-o", "autograder.zip"]
        subprocess.run(generate, cwd=folder, check=True, capture_output=True)
        return run(way, students, folder, [str(python), "-c", OTTER])


def with_otter(folder: Path) -> Path:
    """A Python with otter-grader and what learners have, made for this."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet"]
    subprocess.run([*install, "otter-grader==7.0.0", "-e", f"{ROOT}[learner]"], check=True)
    return python


def floor(way: str, students: int, every_cell: bool) -> Run:
    """The cells that have to run, of all submissions, one after the other in this process."""
    from examiner.needed import needed
    from examiner.sanitise import sanitise

    os.environ["NBGRADER_EXECUTION"] = "autograde"
    matplotlib.use("agg")
    with TemporaryDirectory(prefix="bench-") as name:
        course = make_course(Path(name), students)
        assignment = open_assignment(course, NAME)
        notebooks = []
        for path in sorted(course.path("submitted").iterdir()):
            submission = read_submission(course, assignment, path.name)
            notebook, _ = sanitise(submission.data, assignment, course.limits)
            numbers = (
                range(len(notebook.cells)) if every_cell else sorted(needed(notebook, assignment))
            )
            cells = [notebook.cells[number] for number in numbers]
            notebooks.append([cell.source for cell in cells if cell.cell_type == "code"])
        run_cells(notebooks[0])
        start, cpu = perf_counter(), process_time()
        for cells in notebooks:
            run_cells(cells)
        used = process_time() - cpu
        return Run(way, students, perf_counter() - start, used, 0.0, 0.0)


def run_cells(cells: list[str]) -> None:
    from contextlib import redirect_stdout, suppress
    from io import StringIO

    namespace: dict[str, object] = {"__name__": "__main__"}
    with redirect_stdout(StringIO()):
        for source in cells:
            with suppress(Exception, SystemExit):
                lines = source.rstrip().split("\n")
                exec(compile("\n".join(lines), "<cell>", "exec"), namespace)
                if "draw(" in lines[-1] and not lines[-1].startswith(" "):
                    eval(lines[-1], namespace)._repr_mimebundle_()  # as a kernel would show it


def stages(students: int) -> list[tuple[str, float]]:
    """Milliseconds of the clock for each step of grading one right submission, in one process."""
    from examiner import examine, execute
    from examiner.grade import _write_autograded
    from examiner.record import make_tables, record

    spent: dict[str, float] = {}

    def timed(owner: object, name: str, stage: str) -> None:
        original = getattr(owner, name)

        def wrapper(*arguments: object, **options: object) -> object:
            start = perf_counter()
            try:
                return original(*arguments, **options)
            finally:
                spent[stage] = spent.get(stage, 0.0) + perf_counter() - start

        setattr(owner, name, wrapper)

    timed(examine, "sanitise", "put the notebook together")
    timed(execute, "Kernel", "start a kernel")
    timed(execute._Runner, "run", "run the learner's cells")
    timed(execute._Runner, "prepare", "keep copies of the process for tests")
    timed(execute._Runner, "judge", "run the tests")
    timed(execute._Runner, "close", "end the kernel")
    timed(examine, "_write", "write the graded notebook")
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        course = make_course(folder, 0)
        assignment: Assignment = open_assignment(course, NAME)
        hand_in(course, assignment, "ada", fill_in(assignment, solutions(assignment)))
        with Examiner(course, assignment, {}) as examiner, course.gradebook() as gradebook:
            make_tables(gradebook)
            for number in range(students + 1):
                if number == 1:
                    spent.clear()
                submission = read_submission(course, assignment, "ada")
                outcome = examiner.examine(submission)
                start = perf_counter()
                _write_autograded(course, assignment, "ada", outcome)
                record(course, gradebook, assignment, "ada", outcome, "")
                spent["record"] = spent.get("record", 0.0) + perf_counter() - start
    # What is nested in another stage is not counted twice.
    spent["run the learner's cells"] -= spent["start a kernel"]
    return [(stage, 1000 * seconds / students) for stage, seconds in spent.items()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="grade few and write nothing")
    quick = parser.parse_args().quick
    some, many = (6, 12) if quick else (30, 100)
    growth_sizes = (
        {"1": (10, 30), "2": (10, 30)} if quick else {"1": (10, 100), "2": (10, 100, 1000)}
    )
    runs: list[Run] = []

    def add(run: Run) -> None:
        runs.append(run)
        print(f"{run.way:44} {run.students:5} {run.seconds:8.1f} s {run.each:8.0f} ms "
              f"{1000 * run.cpu / run.students:8.0f} ms CPU {run.megabytes:6.0f} MB "
              f"{run.others:6.0f} MB", flush=True)  # fmt: skip

    add(stock("stock nbgrader", some, 1))
    add(stock("stock nbgrader, two processes", some, 2))
    with TemporaryDirectory(prefix="bench-") as folder:
        add(otter("otter-grader, no containers", some, with_otter(Path(folder))))
    for workers in ("1", "2"):
        for warm, how in ((False, "cold"), (True, "warm")):
            for kind in ("bwrap", "none"):
                wall = "" if kind == "bwrap" else ", no sandbox"
                add(ours(f"{how}, {workers} worker{'s' * (workers > '1')}{wall}",
                         many if warm else some, "--workers", workers, "--sandbox", kind,
                         warm=warm))  # fmt: skip
    add(floor("floor", many, every_cell=False))
    for warm, how in ((False, "cold"), (True, "warm")):
        way = f"{how}, 2 workers, with pictures"
        add(ours(way, some, "--workers", "2", every_cell=True, warm=warm))
    add(floor("floor, with pictures", some, every_cell=True))
    growth = []
    for workers, sizes in growth_sizes.items():
        for size in sizes:
            add(ours(workers, size, "--workers", workers))
            growth.append(runs.pop())
    parts = stages(5 if quick else 30)
    for stage, milliseconds in parts:
        print(f"{stage:44} {milliseconds:8.1f} ms")
    if not quick:
        draw(runs, ROOT / "docs" / "grading.png")
        (ROOT / "docs" / "grading.md").write_text(report(runs, growth, parts), encoding="utf-8")


if __name__ == "__main__":
    main()
