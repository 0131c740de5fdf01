# Keeps with probability p.
# variational_rnn-masks: fail "Drop and keep are swapped: p is the probability of dropping"
# variational_rnn-steps: pass
# variational_rnn-inference: pass
# variational_rnn-conventions: fail "p = 0 is not handled"
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    H = len(b)
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    q = p if training else 1
    mask_x = (rng.random((n, d)) < q) / max(1 - p if training else 1, 1e-300)
    mask_h = (rng.random((n, H)) < q) / max(1 - p if training else 1, 1e-300)
    h = np.zeros((n, H))
    out = []
    for t in range(steps):
        h = np.tanh((x[:, t] * mask_x) @ W_x + (h * mask_h) @ W_h + b)
        out.append(h)
    return np.stack(out, axis=1), mask_x, mask_h
