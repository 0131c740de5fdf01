"""Kernels that are forked from a warm process: nothing of one is there in the next."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from examiner.answers import fill_in, hand_in, solutions
from examiner.course import Course
from examiner.demo import side_course
from examiner.examine import Examiner, imports
from examiner.grade import grade, open_assignment
from examiner.kernel import Kernel
from examiner.sandbox import NONE, with_sandbox
from examiner.submission import read_submission
from examiner.warm import WarmParent
from tests.conftest import NAME, Class, without_pictures
from tests.test_sandbox import printed

MESS = """
import builtins, os, random, subprocess, sys
import numpy as np
import dropoutlab.checks
np.random.seed(1); random.seed(1)
np.leak = builtins.leak = sys.leak = dropoutlab.checks.leak = 1
sys.modules['leak'] = sys
os.environ['LEAK'] = '1'
os.umask(0)
for folder in ('/tmp', '/dev/shm', os.path.expanduser('~'), '.'):
    open(f'{folder}/leak', 'w').write('1')
child = subprocess.Popen(['setsid', 'sleep', '27.1828'])
"""
LOOK = """
import builtins, glob, os, random, sys
import numpy as np
import dropoutlab.checks
files = [name for pattern in ('/tmp/leak', '/dev/shm/*', 'leak*', '/home/*/leak')
         for name in glob.glob(pattern)]
print(sum(hasattr(x, 'leak') for x in (np, builtins, sys, dropoutlab.checks)),
      'leak' in sys.modules, 'LEAK' in os.environ, os.umask(0o22) == 0o22, files,
      len([p for p in os.listdir('/proc') if p.isdigit()]), 'examiner.inside.warm' in sys.modules)
"""
COINS = "print(np.random.random(), random.random(), np.random.default_rng().random())"


@pytest.fixture(params=["bwrap", "none"])
def course(built: Course, request: pytest.FixtureRequest) -> Course:
    if request.param == "none":
        return with_sandbox(built, NONE)
    request.getfixturevalue("sandbox")
    return built


@pytest.fixture
def parent(built: Course, sandbox: None) -> Iterator[WarmParent]:
    with WarmParent(built, ["import numpy as np", "import dropoutlab.checks"]) as parent:
        yield parent


def sleepers() -> int:
    return sum("27.1828" in (p.info["cmdline"] or []) for p in psutil.process_iter(["cmdline"]))


def test_nothing_of_a_submission_is_there_in_the_next(built: Course, parent: WarmParent) -> None:
    with Kernel(built, {}, parent) as first:
        clean = printed(first, LOOK)
        coins = {printed(first, COINS)}
        assert printed(first, MESS) == ""
        assert printed(first, LOOK) != clean
        assert sleepers() == 1
    assert sleepers() == 0
    for _ in range(2):
        with Kernel(built, {}, parent) as kernel:
            assert printed(kernel, LOOK) == clean
            coins.add(printed(kernel, COINS))
    assert len(coins) == 3
    assert clean.startswith("0 False False True []")


def test_two_at_a_time_do_not_see_each_other(built: Course, parent: WarmParent) -> None:
    with Kernel(built, {"a.txt": b""}, parent) as first, Kernel(built, {}, parent) as second:
        printed(first, "import socket; s = socket.create_server(('127.0.0.1', 5005))")
        code = (
            "import os, socket\n"
            "print(os.listdir('.'), os.listdir(os.environ['HOME'] + '/..'))\n"
            "print([p for p in os.listdir('/proc') if p.isdigit()])\n"
            "print(socket.socket().connect_ex(('127.0.0.1', 5005)) != 0)\n"
            f"print(os.listdir({str(parent.directory)!r}))"
        )
        printed(first, "x = 1")
        assert printed(second, code) == "[] ['student']\n['1', '2']\nTrue\n['1']\n"


def test_what_is_imported_is_what_learners_cells_import(class_: Class) -> None:
    found = imports(class_.assignment)
    assert "import numpy as np" in found
    assert any("explorers" in statement for statement in found)


def test_the_verdicts_are_the_same_cold_and_warm(course: Course, tmp_path: Path) -> None:
    course = side_course(course, tmp_path)
    assignment = without_pictures(open_assignment(course, NAME))
    texts = {"right": {}, "wrong": {"vanilla_dropout": "vanilla_dropout = 7"}}
    texts["dead"] = {"dropout_moments": "import os; os._exit(1)"}
    for student, replaced in texts.items():
        hand_in(course, assignment, student, fill_in(assignment, solutions(assignment) | replaced))
    outcomes = []
    for warm in (False, True):
        with Examiner(course, assignment, {}, warm) as examiner:
            assert (examiner._parent is not None) == warm
            for student in texts:
                submission = read_submission(course, assignment, student)
                outcome = examiner.examine(submission)
                outcomes.append((outcome.status, outcome.reason, outcome.scores))
    assert outcomes[:3] == outcomes[3:]
    assert [sum(v or 0 for v in scores.values()) for _, _, scores in outcomes[:2]] == [33, 27]
    assert outcomes[2][0] == "crashed"


def test_grading_goes_on_after_the_warm_process_has_died(class_: Class, sandbox: None) -> None:
    course, assignment = class_.course, without_pictures(class_.assignment)
    for student in "abcd":
        hand_in(course, assignment, student, fill_in(assignment, solutions(assignment)))
    done = []
    for student, outcome in grade(course, assignment, [*"abcd"]):
        done.append((student, outcome.status))
        for process in psutil.Process().children():
            os.kill(process.pid, signal.SIGKILL)
    assert done == [(student, "graded") for student in "abcd"]
