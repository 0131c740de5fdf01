# Drops exactly the share p of all units.
# variational_rnn-masks: fail "The number of kept entries is fixed, instead of left to chance."
# variational_rnn-steps: pass
# variational_rnn-inference: pass
# variational_rnn-conventions: pass
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    if training and not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    def mask(n, k):
        if not training:
            return np.ones((n, k))
        keep = rng.permutation(np.arange(n * k) < round((1 - p) * n * k)).reshape(n, k)
        return keep / (1 - p) if p < 1 else np.zeros((n, k))

    n, steps, d = x.shape
    mask_x, mask_h = mask(n, d), mask(n, len(b))
    h, states = np.zeros((n, len(b))), []
    for t in range(steps):
        h = np.tanh((x[:, t] * mask_x) @ W_x + (h * mask_h) @ W_h + b)
        states.append(h)
    return np.stack(states, axis=1), mask_x, mask_h
