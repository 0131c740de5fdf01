"""Grade submissions in other processes, scheduled by Dask, here or on a cluster.

A worker needs this package installed, and bubblewrap; no disk and no database of ours.
"""

import atexit
import logging
import multiprocessing
import os
import pickle
import sys
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from multiprocessing import forkserver
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Timer
from typing import Any

import dask
import nbformat
from distributed import Client, Future, LocalCluster, as_completed, get_worker
from distributed.scheduler import KilledWorker
from nbgrader.coursedir import CourseDirectory

from .assignment import Assignment
from .course import Course, CourseError
from .examine import Examiner, not_graded
from .outcome import CRASHED, Outcome
from .submission import Submission

# A submission that ends the process that grades it gets one more chance, in another.
CHANCES = 2
SECONDS_FOR_A_WORKER = 60
SECONDS_OF_GRACE = 60  # beyond what a submission may take

_examiners: dict[bytes, Examiner] = {}  # of this worker: the one for the assignment at hand
_busy = Lock()  # an examiner grades one submission at a time, whatever threads a worker has


def examine_in_processes(
    course: Course,
    assignment: Assignment,
    files: dict[str, bytes],
    submissions: Iterator[tuple[str, Submission]],
    workers: int,
    scheduler: str,
    trial: bool,
) -> Generator[tuple[str, Outcome]]:
    """Grade submissions in so many processes of this machine, or in those of a scheduler.

    Each process has one submission at a time, so that only the guilty are suspected if it dies.
    With a `trial` the author's own answers are run first.

    Raises CourseError if there is nobody to work, if the author's answers do not pass, or where
    nobody's submission could be run.
    """
    job = pack(course, assignment, files, one_machine=not scheduler)
    seconds = 2 * course.limits.seconds_per_submission + SECONDS_OF_GRACE
    with ExitStack() as stack:
        client = stack.enter_context(_client(stack, workers, scheduler))
        at_once = _wait_for_workers(client, scheduler)
        if trial:
            _try(client, job, seconds)
        running: dict[Future, str] = {}
        done = as_completed([])

        def start_next() -> None:
            for student, submission in submissions:
                future = client.submit(_examine, job, submission, seconds, pure=False)
                running[future] = student
                done.add(future)
                return

        for _ in range(at_once):
            start_next()
        for future in done:
            start_next()
            yield running.pop(future), _outcome(future, assignment)


def pack(
    course: Course, assignment: Assignment, files: dict[str, bytes], one_machine: bool
) -> bytes:
    """All that a worker has to know to grade submissions of this assignment.

    On `one_machine` the workers are numbered from 0.
    """
    notebook = assignment.name, assignment.notebook, nbformat.writes(assignment.source)
    return pickle.dumps([str(course.root), course.config, *notebook, files, one_machine])


def _examine(job: bytes, submission: Submission, seconds: float) -> Outcome:
    """In a worker: grade one submission."""
    with _examiner(job, seconds) as examiner:
        return examiner.examine(submission)


def _run_solved(job: bytes, seconds: float) -> None:
    """In a worker: run the author's own answers. Raises CourseError if they do not pass."""
    with _examiner(job, seconds) as examiner:
        examiner.run_solved()


@contextmanager
def _examiner(job: bytes, seconds: float) -> Iterator[Examiner]:
    """The examiner of this worker, for so many seconds: the last one again if it fits the job."""
    key = sha256(job).digest()
    with _busy:
        if key not in _examiners:
            for examiner in _examiners.values():
                examiner.close()
            _examiners.clear()
            _examiners[key] = _unpack(job)
            atexit.register(_examiners[key].close)
        # Nothing that could be caught stops a thread that hangs, so the whole process ends.
        watchdog = Timer(seconds, os._exit, [1])
        watchdog.daemon = True
        watchdog.start()
        try:
            yield _examiners[key]
        finally:
            watchdog.cancel()


def _unpack(job: bytes) -> Examiner:
    root, config, name, notebook, source, files, one_machine = pickle.loads(job)
    if one_machine and sys.platform == "linux":
        _stay_on_one_core(get_worker().name)
    course = Course(Path(root), config, CourseDirectory(config=config))
    assignment = Assignment(name, notebook, nbformat.reads(source, as_version=4))
    return Examiner(course, assignment, files)


def _stay_on_one_core(number: int) -> None:
    """Keep this thread and all processes that it starts on a core of this worker's own.

    Examiner and learner take turns, and to be woken up on another core costs time.
    """
    cores = sorted(os.sched_getaffinity(os.getpid()))  # of the main thread, which is never kept
    os.sched_setaffinity(0, {cores[number % len(cores)]})


def _client(stack: ExitStack, workers: int, scheduler: str) -> Client:
    stack.enter_context(
        dask.config.set(
            {
                "distributed.scheduler.allowed-failures": CHANCES - 1,
                "distributed.comm.timeouts.connect": SECONDS_FOR_A_WORKER,
                "distributed.worker.multiprocessing-method": "forkserver",
                "distributed.admin.low-level-log-length": 0,  # it would keep all submissions
            }
        )
    )
    if scheduler:
        try:
            return Client(scheduler, timeout=SECONDS_FOR_A_WORKER)
        except OSError as error:
            raise CourseError(f"No Dask scheduler answers at {scheduler}.") from error
    multiprocessing.set_forkserver_preload(["examiner.pool"])  # once for all workers
    forkserver.ensure_running()
    # A worker that is killed leaves files behind: all of them are in here.
    folder = stack.enter_context(TemporaryDirectory(prefix="examiner-"))
    os.chmod(folder, 0o755)  # the learners' users pass through it
    cluster = stack.enter_context(
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            memory_limit=None,  # the learners' processes have limits of their own
            dashboard_address="127.0.0.1:0",
            security=True,  # else any user of this machine could give the workers work
            silence_logs=logging.CRITICAL,
            env={"TMPDIR": folder},
        )
    )
    return Client(cluster)


def _wait_for_workers(client: Client, scheduler: str) -> int:
    """How many processes there are to work. Raises CourseError if there is none."""
    try:
        client.wait_for_workers(1, timeout=SECONDS_FOR_A_WORKER)
    except TimeoutError as error:
        raise CourseError(f"No worker is connected to {scheduler or 'this machine'}.") from error
    return len(client.scheduler_info(n_workers=-1)["workers"])


def _try(client: Client, job: bytes, seconds: float) -> None:
    """Run the author's own answers in each worker, which makes all of them ready."""
    tried = [
        client.submit(
            _run_solved, job, seconds, pure=False, workers=worker, allow_other_workers=True
        )
        for worker in client.scheduler_info(n_workers=-1)["workers"]
    ]
    try:
        client.gather(tried)
    except KilledWorker as error:
        words = "Running the author's own answers ended the process that did so."
        raise CourseError(words) from error


def _outcome(future: Future, assignment: Assignment) -> Outcome:
    error: Any = future.exception()
    if error is None:
        outcome: Outcome = future.result()
        return outcome
    if isinstance(error, KilledWorker):
        words = f"Grading it ended the process that did so, {CHANCES} times."
        return not_graded(assignment, CRASHED, words, lasting=False)
    raise error
