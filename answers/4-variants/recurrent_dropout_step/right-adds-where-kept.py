# Adds to a copy of the memory where the coin says keep.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: pass
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    keep = sample_keep_mask(g.shape, p, rng) if training else np.ones(g.shape, dtype=bool)
    scale = 1 / (1 - p) if training and p < 1 else 1.0
    new = f * c
    new[keep] += scale * (i * g)[keep]
    return [np.tanh(new) * o, new]
