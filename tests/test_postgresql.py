"""The gradebook in a PostgreSQL server, started for these tests on a loopback port."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from examiner.answers import fill_in, hand_in, solutions
from examiner.cli import main
from examiner.course import Course, open_course
from examiner.grade import Workers, grade, open_assignment
from examiner.report import read_rows
from tests.conftest import NAME, without_pictures

FULL = 33


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty database."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        if os.environ.get("REQUIRE_SANDBOX"):
            pytest.fail("CI has to install PostgreSQL.")
        pytest.skip("PostgreSQL is not installed: apt install postgresql.")
    # It refuses to run as root; its own user is there with the package.
    user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    become = ["setpriv", "--reuid", user, "--regid", user, "--clear-groups"] * (os.getuid() == 0)
    folder = Path("/tmp") / f"examiner-postgresql-{os.getpid()}"
    folder.mkdir()
    if os.getuid() == 0:
        shutil.chown(folder, user, user)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    def run(program: str, *arguments: str) -> None:
        command = [*become, str(programs[-1] / program), *arguments]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)

    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off"
    data = str(folder / "data")
    run("initdb", "-D", data, "-A", "trust", "-U", "grader")
    run("pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
    yield f"postgresql+psycopg://grader@127.0.0.1:{port}/postgres"
    run("pg_ctl", "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder)


def test_grading_into_postgresql(
    built: Course, sandbox: None, server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "course"
    shutil.copytree(built.root, root, ignore=shutil.ignore_patterns("gradebook.db"))
    course = open_course(root, server)
    assignment = without_pictures(open_assignment(course, NAME))
    right = solutions(assignment)
    wrong = right | {"dropout_moments": "dropout_moments = 7"}
    for student, texts in {"ada": right, "bert": wrong, "cleo": right}.items():
        hand_in(course, assignment, student, fill_in(assignment, texts))
    told = dict(grade(course, assignment, ["ada", "bert", "cleo"], Workers(2)))
    assert {outcome.status for outcome in told.values()} == {"graded"}
    scores = {row.student: row.score for row in read_rows(course, assignment)}
    assert scores == {"ada": FULL, "bert": FULL - 4, "cleo": FULL}
    assert not (root / "gradebook.db").exists()

    # By the commands as well; another grading replaces the scores.
    hand_in(course, assignment, "bert", fill_in(assignment, right))
    assert main(["--course-dir", str(root), "grade", NAME, "--db", server]) == 0
    assert main(["--course-dir", str(root), "feedback", NAME, "--db", server]) == 0
    marks = tmp_path / "grades.csv"
    assert (
        main(["--course-dir", str(root), "export", NAME, "--db", server, "--to", str(marks)]) == 0
    )
    assert [line.split(",")[0] for line in marks.read_text().split()[1:]][:1] == ["ada"]
    assert {row.score for row in read_rows(course, assignment)} == {FULL}
    assert "3 feedback pages" in capsys.readouterr().out
