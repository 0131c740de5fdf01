# Returns generators and iterators that never end.
# base: wrong
# points: 0
# status: graded
# %%
import itertools


# %% sample_keep_mask
def sample_keep_mask(shape, p, rng):
    while True:
        yield True


# %% vanilla_dropout
def vanilla_dropout(x, p, training, rng):
    return itertools.repeat(x)


# %% dropout_forward
def dropout_forward(x, p, training, rng):
    return map(abs, itertools.count())


# %% dropout_moments
async def dropout_moments(x, p):
    return x, x


# %% Dropout
class Dropout(list):
    def __init__(self, p, rng):
        self.append(self)

    def __iter__(self):
        return itertools.cycle([True])
