# Drops the new memory.
# recurrent_dropout_step-candidate: fail "The memory is dropped together with the candidate"
# recurrent_dropout_step-coins: fail "The memory is dropped, not only the candidate."
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: fail "p = 1 is not handled"
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    c, _ = dropout_forward(f * c + i * g, p, training, rng)
    return o * np.tanh(c), c
