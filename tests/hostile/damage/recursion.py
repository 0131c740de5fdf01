# Recurses until the stack of the process is used up.
# base: right
# points: 33
# status: crashed|graded|timed out
# %%
import sys

sys.setrecursionlimit(10**8)


def deeper(n):
    return deeper(n + 1) + repr(n).__len__()


try:
    deeper(0)
except RecursionError:
    pass
nested = []
for _ in range(1_000_000):
    nested = [nested]
print(repr(nested)[:10])
