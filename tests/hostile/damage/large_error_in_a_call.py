# An answer raises an error with a message of many megabytes and many lines.
# base: right
# points: 29
# status: graded
# %% dropout_moments
def dropout_moments(x, p):
    raise ValueError("x" * 30_000_000 + "\n" * 1000 + "<b>" * 1000)
