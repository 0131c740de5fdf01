# Drops all four gates.
# recurrent_dropout_step-candidate: fail "The memory is dropped together with the candidate"
# recurrent_dropout_step-coins: fail "The memory is dropped, not only the candidate."
# recurrent_dropout_step-output: fail "The output is dropped, not only the candidate"
# recurrent_dropout_step-conventions: fail "p = 1 is not handled"
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    i, f, o, g = (dropout_forward(v, p, training, rng)[0] for v in (i, f, o, g))
    c = f * c + i * g
    return o * np.tanh(c), c
