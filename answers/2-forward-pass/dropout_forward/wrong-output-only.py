# Returns the output alone.
# dropout_forward-scale: fail "dropout_forward does not return two things"
# dropout_forward-coins: fail "dropout_forward does not return two things"
# dropout_forward-mask: fail "dropout_forward does not return two things"
# dropout_forward-inference: fail "dropout_forward does not return two things"
# dropout_forward-conventions: fail "dropout_forward does not return two things"
def dropout_forward(x, p, training, rng):
    if not training:
        return x
    if p == 1:
        return np.zeros_like(x)
    return x * sample_keep_mask(x.shape, p, rng) / (1 - p)
