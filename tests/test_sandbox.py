"""What a learner's process can see, use and reach; and that grading refuses without a wall."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import nbformat
import psutil
import pytest

import examiner.wall
from examiner.answers import fill_in, hand_in, solutions
from examiner.assignment import load_assignment
from examiner.cli import main
from examiner.course import Course, CourseError, open_course
from examiner.demo import side_course
from examiner.kernel import Ended, Kernel
from examiner.report import read_rows
from examiner.sandbox import NONE, Sandbox, with_sandbox
from examiner.warm import WarmParent
from tests.conftest import NAME, ROOT, Class, copy_course

FULL = 33


def printed(kernel: Kernel, code: str, seconds: float = 10) -> str:
    """What a cell prints, or its error."""
    return "".join(
        output.text if output.output_type == "stream" else f"{output.ename}: {output.evalue}\n"
        for output in kernel.run(code, seconds).outputs
    )


@pytest.fixture(scope="module", params=["cold", "warm"])
def kernel(built: Course, sandbox: None, request: pytest.FixtureRequest) -> Iterator[Kernel]:
    with ExitStack() as stack:
        parent = None
        if request.param == "warm":
            parent = stack.enter_context(WarmParent(built, ["import numpy"]))
        files = {"data.csv": b"1,2\n", "more/data.csv": b"3\n"}
        kernel = stack.enter_context(Kernel(built, files, parent))
        kernel.run("import os, sys, glob, subprocess, socket, time", 20)
        yield kernel


def test_it_has_no_rights_and_no_environment(kernel: Kernel, built: Course) -> None:
    status = dict(
        line.split(":\t", 1)
        for line in printed(kernel, "print(open('/proc/self/status').read())").split("\n")
        if ":\t" in line
    )
    assert status["CapEff"] == status["CapPrm"] == status["CapAmb"] == "0" * 16
    assert status["NoNewPrivs"] == "1"
    assert status["Seccomp"] == "2"
    assert status["Groups"].split() in ([], [str(os.getgid())], ["65534"])
    assert (os.getuid() == 0) == (status["Uid"].split()[0] != str(os.getuid()))
    names = set(printed(kernel, "print(*os.environ)").split())
    assert not names & set(os.environ) - {"HOME", "PATH", "LANG", "USER", "PWD", "TERM", "PAGER",
        "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "MPLBACKEND", "GIT_PAGER",
        "PYDEVD_USE_FRAME_EVAL", "CLICOLOR", "FORCE_COLOR", "CLICOLOR_FORCE"}  # fmt: skip


def test_it_sees_the_packages_and_its_own_files_and_nothing_else(
    kernel: Kernel, built: Course
) -> None:
    assert printed(kernel, "import dropoutlab.checks, numpy; print('ok')") == "ok\n"
    assert printed(kernel, "print(os.getcwd(), sorted(os.listdir('.')))") == (
        "/home/student/work ['data.csv', 'more']\n"
    )
    assert printed(kernel, "print(open('more/data.csv').read())") == "3\n\n"
    assert printed(kernel, f"print(os.path.exists({str(built.root)!r}))") == "False\n"
    shown = f"print(sorted(os.listdir({str(ROOT)!r})))"
    assert set(eval(printed(kernel, shown))) <= {"dropoutlab", "examiner", ".venv"}
    for path in ("/etc/shadow", "/etc/passwd", str(Path.home() / ".bashrc"), "/var", "/sys"):
        assert printed(kernel, f"print(os.path.exists({path!r}))") == "False\n"
    assert printed(kernel, "print([p for p in os.listdir('/proc') if p.isdigit()])") == (
        "['1', '2']\n"
    )


def test_building_leaves_the_sandbox_on(built: Course) -> None:
    """The author's own notebook is run without one, on a copy of the configuration."""
    assert Sandbox(config=built.config).kind == "bwrap"
    course = side_course(built, built.root / "aside")
    with_sandbox(course, "none")
    assert Sandbox(config=course.config).kind == "bwrap"
    assert built.path("submitted") == built.root / "submitted"


@pytest.mark.parametrize("path", ["/x", "/dev/x", "/usr/x", "/proc/x", sys.prefix + "/lib/x"])
def test_it_can_write_nowhere_but_at_home_and_in_tmp(kernel: Kernel, path: str) -> None:
    assert "Error" in printed(kernel, f"open({path!r}, 'w')")
    assert "TextIO" in printed(kernel, "print(open('/tmp/a', 'w'), open('a', 'w'))")
    assert "Error" in printed(kernel, "open(glob.glob('/tmp/*/bridge')[0] + '/x', 'w')")
    if os.getuid() == 0:
        assert "Error" in printed(kernel, "open(glob.glob('/tmp/*/shared')[0] + '/x', 'w')")


def test_it_has_no_network(kernel: Kernel) -> None:
    with __import__("socket").create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert "Error" in printed(kernel, f"socket.create_connection(('127.0.0.1', {port}), 2)")
    assert "Error" in printed(kernel, "socket.create_connection(('1.1.1.1', 53), 2)")
    assert printed(kernel, "print([n for _, n in socket.if_nameindex()])") == "['lo']\n"


def test_its_memory_files_and_processes_are_limited(kernel: Kernel) -> None:
    assert "MemoryError" in printed(kernel, "x = bytearray(3 << 30)")
    assert "Error" in printed(kernel, "import numpy; numpy.ones((20000, 20000))")
    assert "File too large" in printed(kernel, "open('big', 'wb').write(bytes(70 << 20))")
    fill = "for n in range(9):\n    open(f'/tmp/{n}', 'wb').write(bytes(50 << 20))"
    assert "No space left" in printed(kernel, fill)
    printed(
        kernel, "for n in range(9):\n    os.path.exists(f'/tmp/{n}') and os.remove(f'/tmp/{n}')"
    )
    assert "Error" in printed(kernel, "os.memfd_create('x')")
    threads = (
        "import threading\nfor _ in range(200):\n"
        "    threading.Thread(target=time.sleep, args=[1]).start()"
    )
    assert "can't start new thread" in printed(kernel, threads)
    time_for_them_to_end = printed(kernel, "time.sleep(1.5); print(threading.active_count() < 30)")
    assert time_for_them_to_end == "True\n"


@pytest.mark.parametrize(
    ("call", "words"),
    [("unshare(0x10000000)", "-1"), ("mount(b'n', b'/tmp', b'tmpfs', 0, 0)", "-1"),
     ("ptrace(16, 1, 0, 0)", "-1"), ("shmget(0, 100, 0o1600)", "-1"), ("setuid(0)", "-1")],
)  # fmt: skip
def test_it_may_not_call_what_could_open_the_wall(kernel: Kernel, call: str, words: str) -> None:
    assert printed(kernel, f"import ctypes; print(ctypes.CDLL(None).{call})") == f"{words}\n"


def test_magics_pictures_and_shells_work(kernel: Kernel) -> None:
    assert printed(kernel, "!echo from the shell") == "from the shell\r\n"
    assert "loop" in printed(kernel, "%timeit -n1 -r1 1")
    ran = kernel.run("%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]);", 20)
    assert "image/png" in ran.outputs[-1].data
    ran = kernel.run("from IPython.display import HTML\nHTML('<b>x</b>')", 5)
    assert ran.outputs[0].data["text/html"] == "<b>x</b>"


def test_too_much_memory_of_many_processes_ends_it(built: Course, sandbox: None) -> None:
    course = side_course(built, built.root)
    course.config.Limits.memory_megabytes = 600
    hog = "import time; x = bytearray(b'x') * (200 << 20); time.sleep(9)"
    many = (
        "import subprocess, sys\n"
        f"ps = [subprocess.Popen([sys.executable, '-c', {hog!r}]) for _ in range(5)]\n"
        "[p.wait() for p in ps]"
    )
    with Kernel(course, {}) as kernel, pytest.raises(Ended, match="more than 600 MB of memory"):
        kernel.run(many, 20)


def test_a_directory_with_too_long_a_name_is_told(
    built: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A socket's address has room for 107 bytes."""
    folder = tmp_path / ("long" * 20)
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    with pytest.raises(CourseError, match=r"too long a name .* Set TMPDIR"):
        Kernel(with_sandbox(built, NONE), {})
    assert list(folder.iterdir()) == []


def test_a_package_that_was_not_installed_again_is_told(
    built: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry point that is new is known only after that."""
    monkeypatch.setattr("examiner.provisioner.NAME", "not-installed")
    monkeypatch.setattr("examiner.cold.LONGEST_NAME", 1000)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(CourseError, match="install it again"):
        Kernel(with_sandbox(built, NONE), {})
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_running(built: Course, sandbox: None) -> None:
    with Kernel(built, {}) as kernel:
        kernel.run("import subprocess\nsubprocess.Popen(['setsid', 'sleep', '31.4159'])", 5)
        assert [
            p for p in psutil.process_iter(["cmdline"]) if "31.4159" in (p.info["cmdline"] or [])
        ]
    assert not [
        p for p in psutil.process_iter(["cmdline"]) if "31.4159" in (p.info["cmdline"] or [])
    ]


@pytest.mark.parametrize("parent", ["None", "WarmParent(course, [])"])
def test_a_killed_grader_leaves_nothing_running(built: Course, sandbox: None, parent: str) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom examiner.warm import WarmParent\n"
        "from examiner.course import open_course\nfrom examiner.kernel import Kernel\n"
        "course = open_course(Path(sys.argv[1]))\n"
        f"kernel = Kernel(course, {{}}, {parent})\n"
        "print(kernel._process.pid, flush=True)\ntime.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(built.root)], stdout=subprocess.PIPE, text=True
    ) as grader:
        assert grader.stdout is not None
        wall = psutil.Process(int(grader.stdout.readline()))
        inside = wall.children(recursive=True)
        assert inside
        grader.kill()
    _, alive = psutil.wait_procs([wall, *inside], timeout=10)
    assert alive == []


def test_the_course_stays_hidden_where_python_lies_around_it(
    built: Course, sandbox: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A course inside a directory that has to be shown, such as that of a conda environment."""
    prefix = tmp_path / "conda"
    shutil.copytree(built.root, prefix / "lib" / "course")
    monkeypatch.setattr(examiner.wall.sys, "base_prefix", str(prefix))
    course = open_course(prefix / "lib" / "course")
    with Kernel(course, {}) as kernel:
        code = f"import os; print([files for _, _, files in os.walk({str(prefix)!r}) if files])"
        assert printed(kernel, code) == "[]\n"


def test_without_bubblewrap_grading_refuses_and_says_what_to_do(
    class_: Class, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:  # fmt: skip
    root = copy_course(tmp_path / "course")
    course = open_course(root)
    assignment = class_.assignment
    hand_in(course, assignment, "anna", fill_in(assignment, solutions(assignment)))
    which = shutil.which
    monkeypatch.setattr(
        examiner.wall.shutil, "which", lambda name: None if name == "bwrap" else which(name)
    )
    assert main(["--course-dir", str(root), "grade", NAME]) == 1
    told = capsys.readouterr().err
    assert "apt install bubblewrap" in told
    assert "--sandbox none" in told
    assert not (root / "gradebook.db").exists()
    assert main(["--course-dir", str(root), "doctor"]) == 1
    assert "✗ bubblewrap is not installed" in capsys.readouterr().out
    assert main(["--course-dir", str(root), "grade", NAME, "--sandbox", "none"]) == 0
    (row,) = read_rows(course, load_assignment(course, NAME))
    assert (row.status, row.score) == ("graded", FULL)


def test_listed_files_come_along_and_others_do_not(
    class_: Class, sandbox: None, tmp_path: Path
) -> None:
    course, assignment = class_.course, class_.assignment
    course.config.Sandbox.files = ["helper.py", "link.txt", "../anna/helper.py", "absent.txt"]
    code = (
        "import os\nassert sorted(os.listdir()) == ['helper.py'], os.listdir()\n"
        "from helper import sample_keep_mask"
    )
    answers = solutions(assignment) | {"sample_keep_mask": code}
    hand_in(course, assignment, "anna", fill_in(assignment, answers))
    folder = course.path("submitted", "anna", NAME)
    (folder / "helper.py").write_text(
        "import numpy as np\n" + solutions(assignment)["sample_keep_mask"]
    )
    (folder / "numpy.py").write_text("raise SystemExit")
    (folder / "link.txt").symlink_to("/etc/passwd")
    from examiner.grade import grade

    ((_, outcome),) = grade(course, assignment, ["anna"])
    assert outcome.status == "graded"
    assert "'link.txt' was not used. 'link.txt' is not a regular file." in outcome.reason
    (row,) = read_rows(course, assignment)
    assert row.score == FULL
    assert sorted(p.name for p in course.path("autograded", "anna", NAME).iterdir()) == [
        "forward-pass.ipynb"
    ]


def test_it_works_as_an_ordinary_user(built: Course, sandbox: None, tmp_path: Path) -> None:
    """The whole grading, by a user without any rights; as root a test has to become one first."""
    if os.getuid() != 0:
        return  # then all other tests of this file have shown it
    root = tmp_path / "course"
    shutil.copytree(built.root, root)
    course = open_course(root)
    assignment = load_assignment(course, NAME)
    answers = solutions(assignment)
    hand_in(course, assignment, "anna", fill_in(assignment, answers))
    forger = answers | {"Dropout": "Dropout = 1\nprint(open('/etc/shadow').read())"}
    for student in ("bert", "carl"):  # three are enough to be worth a warm process
        hand_in(course, assignment, student, fill_in(assignment, forger))
    subprocess.run(["chown", "-R", "12345:12345", str(root)], check=True)
    for parent in root.parents[:-2]:
        parent.chmod(0o755)
    # Root's home may keep the user from the Python that lies in it.
    home, python = "/" + Path(sys.base_prefix).parts[1], sys.base_prefix
    way = (
        f"mount --bind {python} /mnt && mount -t tmpfs -o mode=755 none {home} && "
        f"mkdir -p {python} && mount --bind /mnt {python} && "
    )
    user = "exec setpriv --reuid=12345 --regid=12345 --clear-groups env -i HOME=$0 PATH=$PATH "
    script = (way if not Path(home).stat().st_mode & 0o001 else "") + user + '"$@"'
    stage = ["unshare", "--mount", "sh", "-c", script, str(root)]
    for command in (["doctor"], ["grade", NAME]):
        ran = subprocess.run(
            [*stage, sys.executable, "-m", "examiner.cli", "--course-dir", str(root), *command],
            capture_output=True,
            text=True,
            cwd=root,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
    rows = {row.student: (row.status, row.score) for row in read_rows(course, assignment)}
    assert rows == {
        "anna": ("graded", FULL), "bert": ("graded", FULL - 8), "carl": ("graded", FULL - 8),
    }  # fmt: skip
    text = str(nbformat.read(course.path("autograded", "bert", NAME) / "forward-pass.ipynb", 4))
    assert "FileNotFoundError" in text
