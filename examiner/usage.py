"""What processes use of memory, and directories of disk."""

import math
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil


def uses_more(pid: int, most: int) -> bool:
    """Whether a process and all its descendants use more bytes of memory than these."""
    processes = []
    with suppress(psutil.Error):
        root = psutil.Process(pid)
        processes = [root, *root.children(recursive=True)]
    # Pages that are shared count for each process here; so the sum is mostly seen to be small
    # enough without the costly question for everyone's share of them.
    if _sum(processes, lambda process: process.memory_info().rss) <= most:
        return False
    return _sum(processes, _share) > most


def _sum(processes: list[psutil.Process], amount: Callable[[psutil.Process], int]) -> int:
    total = 0
    for process in processes:
        with suppress(psutil.Error):  # it has ended
            total += amount(process)
    return total


def _share(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.AccessDenied:
        return int(process.memory_info().rss)


def size_of(directory: Path) -> float:
    """Bytes in a directory that should have no directories in it."""
    total = 0.0
    with suppress(OSError), os.scandir(directory) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                return math.inf
            with suppress(OSError):
                total += entry.stat(follow_symlinks=False).st_size + 4096
    return total
