# Returns arrays of objects, strings, records and dates.
# base: wrong
# points: 0
# status: graded
# %% sample_keep_mask
def sample_keep_mask(shape, p, rng):
    return np.full(shape, None, object)


# %% vanilla_dropout
def vanilla_dropout(x, p, training, rng):
    return np.zeros(x.shape, "M8[s]")


# %% dropout_forward
def dropout_forward(x, p, training, rng):
    return np.zeros(x.shape, [("a", "f8"), ("b", "O")]), np.full(x.shape, "1")


# %% dropout_moments
def dropout_moments(x, p):
    return np.ma.masked_all(x.shape), np.zeros(x.shape, "(3,)f8")
