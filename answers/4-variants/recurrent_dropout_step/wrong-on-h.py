# Drops the output, as between layers.
# recurrent_dropout_step-candidate: fail "Nothing is dropped"
# recurrent_dropout_step-coins: fail "Nothing is dropped"
# recurrent_dropout_step-output: fail "The output is dropped, not only the candidate"
# recurrent_dropout_step-conventions: fail "p = 1 is not handled"
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    c = f * c + i * g
    h, _ = dropout_forward(o * np.tanh(c), p, training, rng)
    return h, c
