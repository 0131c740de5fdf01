# Writes everything and takes back what was dropped.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: pass
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    _, mask = dropout_forward(np.ones(g.shape, np.float32), p, training, rng)
    new = f * c + i * g - (1 - mask) * i * g
    return o * np.tanh(new), new
