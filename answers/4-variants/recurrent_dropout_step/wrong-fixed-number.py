# Drops exactly the share p of all entries.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: fail "The number of kept entries is fixed, instead of left to chance."
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: pass
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    kept = g
    if training:
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        keep = rng.permutation(np.arange(g.size) < round((1 - p) * g.size)).reshape(g.shape)
        kept = g * keep / (1 - p) if p < 1 else np.zeros_like(g)
    c_new = f * c + i * kept
    return o * np.tanh(c_new), c_new
