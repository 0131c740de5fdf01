# Drops the old memory.
# recurrent_dropout_step-candidate: fail "The memory c is dropped instead of the candidate g"
# recurrent_dropout_step-coins: fail "The memory is dropped, not only the candidate."
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: fail "p = 1 is not handled"
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    d, _ = dropout_forward(c, p, training, rng)
    c = f * d + i * g
    return o * np.tanh(c), c
