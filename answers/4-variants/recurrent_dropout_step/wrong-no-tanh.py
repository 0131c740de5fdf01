# Forgets the tanh around the memory.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: fail "The tanh around the memory is missing"
# recurrent_dropout_step-conventions: pass
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    c = f * c + i * dropout_forward(g, p, training, rng)[0]
    return o * c, c
