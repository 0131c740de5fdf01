# Keeps with probability p.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: fail "Drop and keep are swapped: p is the probability of dropping"
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: fail "p = 0 is not handled"
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p")
    if training:
        g = g * (rng.random(g.shape) < p) / (1 - p) if p < 1 else 0 * g
    c = f * c + i * g
    return o * np.tanh(c), c
