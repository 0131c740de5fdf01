# Drops the candidate and the output.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: fail "The output is dropped, not only the candidate"
# recurrent_dropout_step-conventions: pass
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    c = f * c + i * dropout_forward(g, p, training, rng)[0]
    return dropout_forward(o * np.tanh(c), p, training, rng)[0], c
