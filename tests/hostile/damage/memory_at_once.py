# Asks for eight gigabytes at once, in different ways.
# base: right
# points: 33
# status: graded|crashed
# %%
import numpy as np

for hog in (lambda: bytearray(8 << 30), lambda: np.ones(1 << 30), lambda: "x" * (8 << 30)):
    try:
        kept = hog()
    except MemoryError as error:
        print("MemoryError", error)
