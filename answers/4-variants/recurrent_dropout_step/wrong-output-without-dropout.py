# Reads the output from a memory without dropout.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: fail "The output is read from a memory without dropout"
# recurrent_dropout_step-conventions: pass
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    new = f * c + i * dropout_forward(g, p, training, rng)[0]
    return o * np.tanh(f * c + i * g), new
