# Does not rescale.
# recurrent_dropout_step-candidate: fail "Kept entries are not rescaled"
# recurrent_dropout_step-coins: pass
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: pass
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    keep = sample_keep_mask(g.shape, p if training else 0, rng)
    c = f * c + i * g * keep
    return o * np.tanh(c), c
