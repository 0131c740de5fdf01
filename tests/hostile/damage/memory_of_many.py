# Takes memory in forty processes at the same time, two and a half gigabytes together.
# base: right
# points: 33
# status: crashed|graded|timed out
# %%
import os
import time

children = []
for _ in range(40):
    child = os.fork()
    if child == 0:
        hoard = bytearray(b"x" * 60_000_000)
        time.sleep(3)
        os._exit(0)
    children.append(child)
for child in children:
    os.waitpid(child, 0)
