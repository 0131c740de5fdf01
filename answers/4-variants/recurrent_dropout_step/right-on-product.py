# Drops i * g instead of g, which is the same.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: pass
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    written, _ = dropout_forward(i * g, p, training, rng)
    c = f * c + written
    return o * np.tanh(c), c
