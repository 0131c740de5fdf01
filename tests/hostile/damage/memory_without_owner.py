# Takes memory that no process maps: files in memory, segments and pipes.
# base: right
# points: 33
# status: crashed|graded|timed out
# %%
import ctypes
import os
import time

libc = ctypes.CDLL(None)
libc.shmat.restype = ctypes.c_void_p
block = b"x" * 10_000_000
try:
    for number in range(20):
        handle = os.memfd_create(f"m{number}")
        for _ in range(5):
            os.write(handle, block)
        segment = libc.shmget(0, 50_000_000, 0o1600)
        address = libc.shmat(segment, None, 0)
        if address not in (None, ctypes.c_void_p(-1).value):
            ctypes.memset(address, 1, 50_000_000)
            libc.shmdt(ctypes.c_void_p(address))
except OSError as error:
    print(error)
time.sleep(2)
