"""The system calls that a learner's process is refused, whatever the sandbox shows it."""

import errno
import tempfile
from functools import cache

NAMESPACES = (
    "unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree",
    "fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr",
)  # fmt: skip
OTHER_PROCESSES = ("ptrace", "process_vm_readv", "process_vm_writev", "kcmp", "pidfd_getfd")
UNCOUNTED_MEMORY = ("memfd_create", "memfd_secret", "shmget", "msgget")
KERNEL = (
    "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter",
    "io_uring_register", "keyctl", "add_key", "request_key", "personality", "syslog",
    "fanotify_init", "open_by_handle_at", "name_to_handle_at", "quotactl", "acct", "reboot",
)  # fmt: skip
CLONE_NEWUSER = 0x10000000
TIOCSTI = 0x5412  # types into the terminal of whoever started this


@cache
def seccomp_filter() -> bytes:
    """The refusals as a BPF program for bubblewrap. Raises RuntimeError without libseccomp."""
    import pyseccomp

    refused = pyseccomp.ERRNO(errno.EPERM)
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    for name in (*NAMESPACES, *OTHER_PROCESSES, *UNCOUNTED_MEMORY, *KERNEL):
        try:
            rules.add_rule(refused, name)
        except OSError:  # this libseccomp does not know the call
            continue
    rules.add_rule(
        refused, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER)
    )
    # Its flags are in memory, where no filter sees them; the C library goes back to clone.
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    rules.add_rule(refused, "ioctl", pyseccomp.Arg(1, pyseccomp.MASKED_EQ, 0xFFFFFFFF, TIOCSTI))
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()
