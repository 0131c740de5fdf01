# Chooses what is written.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: pass
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    mask = dropout_forward(np.ones_like(g), p, training, rng)[1]
    c_new = f * c + np.where(mask > 0, i * g * mask, 0)
    h = o * np.tanh(c_new)
    return h, c_new
