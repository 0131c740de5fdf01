"""What stock nbgrader makes of the hostile submissions, one by one.

Run with `python benchmarks/hostile_stock.py [NAME ...]` as root, with bubblewrap installed. It
writes benchmarks/hostile_stock.json: for each submission how it ended ("graded", "not graded",
"hung", "batch stopped" or "not run: ..."), the points that are in the gradebook then, those that
were earned, and which secret texts stand in the outputs.

nbgrader and the hostile code run together behind a wall, as a user that owns nothing: no network,
a file system of their own in memory, processes and memory limited.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import monotonic, sleep
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

import nbformat
import psutil

from examiner.answers import fill_in, solutions
from examiner.assignment import Assignment
from examiner.build import read_text
from tests.hostile import NONSENSE, WALLED, notebook, read_hostile, read_mangled

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).with_suffix(".json")
TABLE = ROOT / "docs" / "hostile.md"
HEAD = """# Hostile submissions: stock nbgrader and here

Each of these submissions is graded by `tests/test_hostile.py`, which fails unless it gets exactly
the points it has earned (of 33 that are given automatically), shows no secret, harms nobody and
stops nothing. The last column is what stock nbgrader 0.9.6 gave it, in a wall of its own:
`python benchmarks/hostile_stock.py`. Some are not run there: they are aimed at this examiner, or
would be a danger to the machine.
"""
NAME, FILE = "2-forward-pass", "forward-pass.ipynb"
SECRET = "planted-by-the-test"
USER = 62_000
SECONDS, SECONDS_PER_CELL = 60, 10
GIGABYTE = 1 << 30
MOST_MEMORY = 6 * GIGABYTE  # what may go missing on this machine before a run is killed
CONFIG = f"""
c = get_config()
c.CourseDirectory.course_id = "stock"
c.Execute.timeout = {SECONDS_PER_CELL}
"""
DANGEROUS = {
    "fork_bomb", "fork_bomb_left_running", "memory_mapped", "memory_of_many",
    "memory_in_sockets", "memory_without_owner",
}  # fmt: skip

# Runs behind the wall: copies the course, grades one student, and tells what came of it.
INSIDE = """
import glob, json, os, shutil, sqlite3, subprocess, sys
name, file, seconds, words = json.loads(sys.argv[1])
shutil.copytree("/prepared", "/course/stock")
os.chdir("/course/stock")
if not os.path.exists("/submission"):
    sys.exit(subprocess.run([sys.executable, "-m", "nbgrader", "generate_assignment", name])
             .returncode or shutil.copytree(".", "/out", dirs_exist_ok=True) and 0)
os.makedirs(f"submitted/mallory/{name}")
shutil.copy("/submission", f"submitted/mallory/{name}/{file}")
log = open("/logs/log", "wb")
try:
    code = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", name, "--student", "mallory"],
        stdin=subprocess.DEVNULL, stdout=log, stderr=log, timeout=seconds).returncode
except subprocess.TimeoutExpired:
    print(json.dumps({"outcome": "hung"}), flush=True)
    os._exit(0)
text = open("/logs/log", errors="replace").read()
with sqlite3.connect("gradebook.db", timeout=5) as db:
    scores = [row[0] for row in db.execute(
        "select coalesce(g.manual_score, g.auto_score) from grade g "
        "join submitted_notebook n on g.notebook_id = n.id "
        "join submitted_assignment a on n.assignment_id = a.id where a.student_id = 'mallory'")]
found = glob.glob(f"autograded/mallory/{name}/*.ipynb")
outputs = ""
for path in found:
    outputs += str([cell.get("outputs") for cell in json.load(open(path))["cells"]])
if code and "the above failures" not in text:
    outcome = "batch stopped"
elif code or not found or all(score is None for score in scores):
    outcome = "not graded"
else:
    outcome = "graded"
print(json.dumps({"outcome": outcome, "points": sum(score or 0 for score in scores),
                  "shows": [word for word in words if word in outputs]}), flush=True)
if os.environ.get("SHOW_LOG"):
    print(text[-3000:], file=sys.stderr)
"""


def wall(*binds: str, argv: list[str]) -> list[str]:
    """A command behind bubblewrap, as a user without rights and with limits."""
    # Not a user namespace: the limit on processes holds for a real user that has no others.
    words = ["bwrap", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
    words += ["--unshare-cgroup-try", "--die-with-parent", "--new-session", "--clearenv"]
    words += [
        "--hostname",
        WALLED,
        "--cap-drop",
        "ALL",
        "--cap-add",
        "CAP_SETUID",
        "--cap-add",
        "CAP_SETGID",
    ]
    for path in ("/usr", "/etc/alternatives", "/etc/ld.so.cache"):
        words += ["--ro-bind", path, path]
    for path in ("/bin", "/sbin", "/lib", "/lib64"):
        words += ["--symlink", f"usr{path}", path]
    words += ["--proc", "/proc", "--dev", "/dev"]
    for path, size in (("/dev/shm", 256), ("/tmp", 512), ("/home", 256), ("/course", 1500),
                       ("/logs", 100)):  # fmt: skip
        words += ["--size", str(size << 20), "--perms", "1777", "--tmpfs", path]
    base = Path(os.path.realpath(sys.executable)).parent.parent
    for path in (base, Path(sys.prefix), ROOT / "examiner", ROOT / "dropoutlab"):
        for parent in reversed(path.parents[:-1]):
            words += ["--perms", "0755", "--dir", str(parent)]
        words += ["--ro-bind", str(path), str(path)]
    for name, value in (
        ("HOME", "/home"), ("PATH", f"{sys.prefix}/bin:/usr/bin:/bin"), ("LANG", "C.UTF-8"),
        ("OMP_NUM_THREADS", "1"), ("OPENBLAS_NUM_THREADS", "1"), ("GRADER_SECRET", SECRET),
        ("SHOW_LOG", os.environ.get("SHOW_LOG", "")),
    ):  # fmt: skip
        words += ["--setenv", name, value]
    limits = ["prlimit", "--nproc=200", f"--as={4 * GIGABYTE}", f"--fsize={300 << 20}", "--core=0"]
    user = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", "--no-new-privs"]
    return [*words, *binds, "--remount-ro", "/", "--", *limits, *user, "--bounding-set=-all", *argv]


def run(*binds: str, words: tuple[str, ...] = ()) -> dict[str, Any]:
    """Run nbgrader behind the wall, and kill whatever is left of it."""
    task = json.dumps([NAME, FILE, SECONDS, words])
    argv = [sys.executable, "-I", "-c", INSIDE, task]
    free = psutil.virtual_memory().available
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(
            wall(*binds, argv=argv),
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=None if os.environ.get("SHOW_LOG") else subprocess.DEVNULL,
            start_new_session=True,
        )
        until, outcome = monotonic() + SECONDS + 10, ""
        while process.poll() is None and not outcome:
            sleep(0.1)
            if monotonic() > until:
                outcome = "hung"
            if psutil.virtual_memory().available < free - MOST_MEMORY:
                outcome = "stopped: it took too much memory"
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if outcome:
            return {"outcome": outcome}
        told.seek(0)
        lines = told.read(1_000_000).decode("utf-8", "replace").strip().split("\n")
    try:
        return json.loads(lines[-1])
    except ValueError:  # everything was killed, nbgrader as well
        return {"outcome": "batch stopped"}


def prepare(folder: Path) -> Assignment:
    """A course as nbgrader's documentation tells to make one, with our assignment in it."""
    source = read_text(ROOT / "source" / NAME / "forward-pass.py")
    # Without the pictures, which give no points, it is quicker.
    source.cells = [
        cell for cell in source.cells if cell.metadata.get("nbgrader") or "import" in cell.source
    ]
    assignment = Assignment(NAME, "forward-pass", source)
    course = folder / "course"
    (course / "source" / NAME).mkdir(parents=True)
    nbformat.write(source, course / "source" / NAME / FILE)
    (course / "nbgrader_config.py").write_text(CONFIG)
    neighbour = course / "submitted" / "adam" / NAME
    neighbour.mkdir(parents=True)
    (neighbour / "diary.txt").write_text(SECRET)
    (folder / "made").mkdir()
    os.chmod(folder, 0o755)
    shutil.chown(folder / "made", USER, USER)
    made = str(folder / "made")
    run("--ro-bind", str(course), "/prepared", "--bind", made, "/out")
    if not (folder / "made" / "gradebook.db").exists():
        sys.exit("nbgrader generate_assignment failed: set SHOW_LOG=1 to see why.")
    return assignment


def examine(folder: Path, data: bytes, words: tuple[str, ...] = ()) -> dict[str, Any]:
    """Let stock nbgrader grade one notebook."""
    (folder / "submission").write_bytes(data)
    binds = ["--ro-bind", str(folder / "made"), "/prepared"]
    return run(*binds, "--ro-bind", str(folder / "submission"), "/submission", words=words)


def main() -> None:
    chosen = set(sys.argv[1:])
    results = json.loads(RESULTS.read_text()) if chosen and RESULTS.exists() else {}
    with tempfile.TemporaryDirectory(prefix="stock-", dir="/var/tmp") as scratch:
        folder = Path(scratch)
        assignment = prepare(folder)
        right = nbformat.writes(fill_in(assignment, solutions(assignment)))
        wrong = nbformat.writes(fill_in(assignment, NONSENSE))
        tasks = [
            ("honest/right", 33.0, right.encode(), (), ""),
            ("honest/wrong", 0.0, wrong.encode(), (), ""),
        ]
        for hostile in read_hostile():
            code = "".join(code for _, code in hostile.cells)
            skip = "not run: too dangerous" if hostile.name in DANGEROUS else ""
            if "examiner.inside" in code or r"connection\.json" in code:
                skip = "not run: it is aimed at the examiner"
            data = nbformat.writes(notebook(hostile, assignment)).encode()
            words = (*hostile.never, SECRET)
            tasks.append((f"{hostile.kind}/{hostile.name}", hostile.points, data, words, skip))
        for mangled in read_mangled():
            data = mangled.mangle(json.loads(right))
            tasks.append((f"mangling/{mangled.name}", float(mangled.points), data, (), ""))
        for name, earned, data, words, skip in tasks:
            if chosen and not {name, name.split("/")[0], name.split("/")[1]} & chosen:
                continue
            start = monotonic()
            result = {"outcome": skip} if skip else examine(folder, data, words)
            results[name] = result | {"earned": earned}
            seconds = monotonic() - start
            print(f"{name:40} {seconds:5.1f} s  {result}", flush=True)
            RESULTS.write_text(json.dumps(results, indent=1) + "\n")
    _tell(results)
    TABLE.write_text(table(results), encoding="utf-8")


def table(results: dict[str, dict[str, Any]]) -> str:
    """The results as docs/hostile.md."""
    titles = {f"{h.kind}/{h.name}": h.title for h in read_hostile()}
    titles |= {f"mangling/{m.name}": m.title for m in read_mangled()}
    lines = [HEAD]
    for kind in ("forging", "theft", "damage", "mangling"):
        of_kind = {name: r for name, r in results.items() if name.startswith(kind)}
        ran = {name: r for name, r in of_kind.items() if "points" in r}
        gained = sum(r["points"] > r["earned"] for r in ran.values())
        lost = sum(r["points"] < r["earned"] for r in ran.values())
        shown = sum(bool(r["shows"]) for r in ran.values())
        lines += [
            f"## {kind.capitalize()}",
            "",
            f"Stock nbgrader graded {len(ran)} of {len(of_kind)}: {gained} gained points, {lost} "
            f"lost points that were earned, {shown} showed a secret.",
            "",
            "| submission | what it tries | earned and given here | stock nbgrader |",
            "|:---|:---|---:|:---|",
        ]
        for name, result in sorted(of_kind.items()):
            title = titles[name].replace("|", "&#124;")
            words = result["outcome"] if result["outcome"] != "graded" else ""
            points = f"{result['points']:g}" if "points" in result else ""
            shows = "shows a secret" if result.get("shows") else ""
            stock = "; ".join(filter(None, [points, words, shows]))
            lines.append(f"| {name.split('/')[1]} | {title} | {result['earned']:g} | {stock} |")
        lines.append("")
    return "\n".join(lines)


def _tell(results: dict[str, dict[str, Any]]) -> None:
    print(Counter(result["outcome"] for result in results.values()))
    for kind in ("forging", "theft", "damage", "mangling"):
        of_kind = [result for name, result in results.items() if name.startswith(kind)]
        ran = [result for result in of_kind if not result["outcome"].startswith("not run")]
        more = sum(result.get("points", 0) > result["earned"] for result in ran)
        less = sum(result.get("points", 0) < result["earned"] for result in ran)
        shows = sum(bool(result.get("shows")) for result in ran)
        print(f"{kind}: {len(ran)} run, {more} gained, {less} lost points, {shows} showed secrets")


if __name__ == "__main__":
    main()
