# Accepts any p.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: fail "A p outside [0, 1] is accepted"
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    if training and p != 0:
        g = g * (rng.random(g.shape) >= p) / (1 - p) if p < 1 else g * 0
    c = f * c + i * g
    return o * np.tanh(c), c
