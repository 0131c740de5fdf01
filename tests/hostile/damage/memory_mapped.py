# Takes shared and anonymous memory, which belongs to no data segment.
# base: right
# points: 33
# status: crashed|graded|timed out
# %%
import mmap
import time

hoard = []
try:
    for _ in range(30):
        area = mmap.mmap(-1, 50_000_000)
        area.write(b"x" * 50_000_000)
        hoard.append(area)
    time.sleep(2)
finally:
    hoard.clear()
