# Multiplies the gate and the candidate by the mask.
# recurrent_dropout_step-candidate: fail "Kept entries are rescaled twice."
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: pass
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    mask = dropout_forward(np.ones_like(g), p, training, rng)[1]
    c_new = f * c + (i * mask) * (g * mask)
    h = o * np.tanh(c_new)
    return h, c_new
