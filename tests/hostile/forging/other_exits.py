# Raises what is not an Exception, or what only ends a loop.
# base: wrong
# points: 0
# status: graded|timed out
# %% sample_keep_mask
def sample_keep_mask(shape, p, rng):
    raise KeyboardInterrupt


# %% vanilla_dropout
def vanilla_dropout(x, p, training, rng):
    raise GeneratorExit


# %% dropout_forward
def dropout_forward(x, p, training, rng):
    raise StopIteration((x, x))


# %% dropout_moments
def dropout_moments(x, p):
    raise BaseException("passed")


# %% Dropout
class Dropout:
    def __init__(self, p, rng):
        raise StopAsyncIteration
