# Shrinks the candidate at inference.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: fail "The candidate is multiplied by 1-p at inference"
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    g = dropout_forward(g, p, True, rng)[0] if training else (1 - p) * g
    c = f * c + i * g
    return o * np.tanh(c), c
