# Reads the memory of the processes above its own.
# base: right
# points: 33
# status: graded
# never: READ-MEMORY
# %%
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long] * 4


class Part(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("size", ctypes.c_size_t)]


pids = {1, os.getppid(), *(int(name) for name in os.listdir("/proc") if name.isdigit())}
for pid in pids - {os.getpid()}:
    if libc.ptrace(0x4206, pid, 0, 0) == 0:  # PTRACE_SEIZE
        print("READ" + "-MEMORY", pid)
    try:
        start = int(open(f"/proc/{pid}/maps").readline().split("-")[0], 16)
        open(f"/proc/{pid}/mem", "rb", 0).seek(start)
        print("READ" + "-MEMORY", pid)
    except (OSError, ValueError):
        start = 0x400000
    buffer = ctypes.create_string_buffer(100)
    here, there = Part(ctypes.addressof(buffer), 100), Part(start, 100)
    if libc.process_vm_readv(pid, ctypes.byref(here), 1, ctypes.byref(there), 1, 0) > 0:
        print("READ" + "-MEMORY", pid)
