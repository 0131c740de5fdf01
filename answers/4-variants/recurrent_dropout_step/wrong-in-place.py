# Updates the memory in place.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: fail "recurrent_dropout_step changes its input"
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    c *= f
    c += i * dropout_forward(g, p, training, rng)[0]
    return o * np.tanh(c), c
