# Drops at inference.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: fail "Inference is not the plain LSTM"
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    c = f * c + i * dropout_forward(g, p, True, rng)[0]
    return o * np.tanh(c), c
