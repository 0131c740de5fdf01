# Reads from address zero, in a cell and in an answer.
# base: right
# points: 25
# status: crashed
# %%
import ctypes

ctypes.string_at(0)


# %% Dropout
class Dropout:
    def __init__(self, p, rng):
        import ctypes

        ctypes.string_at(0)
