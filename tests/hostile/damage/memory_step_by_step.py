# Takes memory in small pieces up to two gigabytes.
# base: right
# points: 33
# status: graded|crashed
# %%
hoard = []
try:
    for _ in range(200):
        hoard.append(bytearray(b"x" * 10_000_000))
except MemoryError:
    hoard.clear()
    raise
