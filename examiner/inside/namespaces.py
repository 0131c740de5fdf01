"""A submission's own namespaces inside the wall, and the giving up of all rights.

The calls are those that bubblewrap makes (see its bubblewrap.c); a process that is warm cannot be
started by bubblewrap, because that would begin with a new program.
"""

import ctypes
import fcntl
import os
import re
import select
import signal
import socket
import struct
from pathlib import Path

NEW = 0x20000 | 0x4000000 | 0x8000000 | 0x20000000 | 0x40000000  # mnt, uts, ipc, pid, net
READ_ONLY, NO_SUID, NO_DEV, NO_EXEC, REMOUNT, BIND = 1, 2, 4, 8, 32, 4096
RECURSIVE, PRIVATE = 16384, 1 << 18
SET_PDEATHSIG, SET_DUMPABLE, SET_SECCOMP, CAPBSET_DROP, SET_NO_NEW_PRIVS = 1, 4, 22, 24, 38
CAP_AMBIENT, CLEAR_ALL, FILTER = 47, 4, 2
CAPABILITIES_V3 = 0x20080522
SIOCSIFFLAGS, IFF_UP = 0x8914, 1

_libc = ctypes.CDLL(None, use_errno=True)


def enter(
    endpoint: socket.socket, directory: Path, uid: int | None, scratch: int, bpf: bytes
) -> None:
    """Go on in a new process with nothing but its own: file systems, processes, network, rights.

    The process that called waits until that one ends or the other end of `endpoint` is closed,
    and ends itself then, with all that the new one has started. Of `directory` the parts shared
    (to write), home and bridge (to read) stay visible. `scratch` is the size in bytes of every
    directory that can be written to. `bpf` is the filter of system calls.

    Raises OSError where the system refuses.
    """
    _check(_libc.unshare(NEW), "unshare")
    init = os.fork()
    if init:
        _outlive(init, endpoint)
    _prctl(SET_PDEATHSIG, signal.SIGKILL)
    endpoint.close()
    _file_systems(directory, scratch)
    _loopback()
    _give_up_rights(uid)
    _filter(bpf)
    kernel = os.fork()
    if kernel:
        _reap_until(kernel)
    _prctl(SET_DUMPABLE, 1)  # as after a start: else its /proc/self is not its own


def outlive_group(endpoint: socket.socket) -> None:
    """Without namespaces: go on in a new process, which ends with its group as in `enter`."""
    child = os.fork()
    if child:
        _wait_for_either(child, endpoint)
        os.killpg(0, signal.SIGKILL)
    endpoint.close()


def _outlive(init: int, endpoint: socket.socket) -> None:
    """Wait for the end of a namespace's first process, or bring it about. Does not return."""
    _wait_for_either(init, endpoint)
    os.kill(init, signal.SIGKILL)  # the system ends all others of its namespace with it
    os.waitpid(init, 0)
    os._exit(0)


def _wait_for_either(pid: int, endpoint: socket.socket) -> None:
    """Wait until a process has ended or the other end of a socket is closed."""
    poll = select.poll()
    poll.register(os.pidfd_open(pid), select.POLLIN)
    poll.register(endpoint, select.POLLIN)
    poll.poll()


def _reap_until(kernel: int) -> None:
    """Be the first process of the namespace until the kernel ends. Does not return."""
    while True:
        try:
            if os.wait()[0] == kernel:
                os._exit(0)
        except InterruptedError:
            continue


def _file_systems(directory: Path, scratch: int) -> None:
    _mount("none", "/", None, RECURSIVE | PRIVATE)
    parts = [(directory / name, name != "shared") for name in ("shared", "home", "bridge")]
    opened = [os.open(path, os.O_PATH) for path, _ in parts]
    places = ("/tmp", "/dev/shm", os.environ["HOME"])
    kept = {path: os.open(path, os.O_PATH) for path in _mounted_in(places, directory.parent)}
    for place in places:
        _mount("tmpfs", place, "tmpfs", NO_SUID | NO_DEV, f"size={scratch},mode=1777")
    for path, number in kept.items():  # packages that lie there
        if os.path.isdir(f"/proc/self/fd/{number}"):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        _mount(f"/proc/self/fd/{number}", path, None, BIND)
        _mount("none", path, None, BIND | REMOUNT | READ_ONLY | NO_SUID | NO_DEV)
        os.close(number)
    directory.parent.mkdir(parents=True, exist_ok=True)  # it may have been in one of these
    _mount("tmpfs", directory.parent, "tmpfs", NO_SUID | NO_DEV, "size=1m,mode=755")
    for (path, read_only), number in zip(parts, opened, strict=True):
        path.mkdir(parents=True)
        _mount(f"/proc/self/fd/{number}", path, None, BIND)
        flags = BIND | REMOUNT | NO_SUID | NO_DEV | (READ_ONLY if read_only else 0)
        _mount("none", path, None, flags)
        os.close(number)
    _mount("none", directory.parent, None, REMOUNT | BIND | READ_ONLY | NO_SUID | NO_DEV)
    _mount("devpts", "/dev/pts", "devpts", NO_SUID | NO_EXEC, "newinstance,ptmxmode=0666,mode=620")
    _mount("proc", "/proc", "proc", NO_SUID | NO_DEV | NO_EXEC)


def _mounted_in(places: tuple[str, ...], but: Path) -> list[Path]:
    """What the wall shows below these directories, from the top down; `but` is left out."""
    lines = Path("/proc/self/mountinfo").read_text().splitlines()
    points = {
        Path(re.sub(r"\\(\d{3})", lambda m: chr(int(m[1], 8)), line.split()[4])) for line in lines
    }
    return sorted(
        point
        for point in points
        if point != but and any(Path(place) in point.parents for place in places)
    )


def _loopback() -> None:
    """Bring up the network that has nobody else on it: ipykernel talks to itself over it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh14x", b"lo", IFF_UP)
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, request)


def _give_up_rights(uid: int | None) -> None:
    """Stop being root if it was, and have no capability, for good."""
    if uid is not None:
        os.setgroups([])
    _prctl(CAP_AMBIENT, CLEAR_ALL)
    for capability in range(64):
        if _libc.prctl(CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break
    if uid is not None:
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    header = struct.pack("II", CAPABILITIES_V3, 0)
    _check(_libc.capset(header, bytes(24)), "capset")
    _prctl(SET_PDEATHSIG, signal.SIGKILL)  # which a change of user takes back
    _prctl(SET_DUMPABLE, 0)


def _filter(bpf: bytes) -> None:
    """Refuse system calls from here on, in this process and all that come from it."""
    program = ctypes.create_string_buffer(bpf, len(bpf))
    described = struct.pack("HxxxxxxP", len(bpf) // 8, ctypes.addressof(program))
    _prctl(SET_NO_NEW_PRIVS, 1)
    _prctl(SET_SECCOMP, FILTER, described)


def _mount(source: object, target: object, kind: str | None, flags: int, data: str = "") -> None:
    words = [os.fsencode(str(word)) for word in (source, target)]
    result = _libc.mount(
        *words, kind.encode() if kind else None, ctypes.c_ulong(flags), data.encode() or None
    )
    _check(result, f"mount {target}")


def _prctl(option: int, *values: int | bytes) -> None:
    words = [ctypes.c_ulong(v) if isinstance(v, int) else ctypes.c_char_p(v) for v in values]
    zeros = [ctypes.c_ulong(0)] * (4 - len(words))
    _check(_libc.prctl(option, *words, *zeros), f"prctl {option}")


def _check(result: int, doing: str) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), doing)
