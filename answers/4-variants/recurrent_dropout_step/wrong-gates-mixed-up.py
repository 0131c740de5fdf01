# Forgets with the input gate and writes with the forget gate.
# recurrent_dropout_step-candidate: fail "The gates i and f are mixed up"
# recurrent_dropout_step-coins: fail "Nothing is dropped"
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: fail "Inference is not the plain LSTM"
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    c = i * c + f * dropout_forward(g, p, training, rng)[0]
    return o * np.tanh(c), c
