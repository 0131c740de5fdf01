# Throws the coins of both masks in one draw, hidden units first.
# variational_rnn-masks: pass
# variational_rnn-steps: pass
# variational_rnn-inference: pass
# variational_rnn-conventions: pass
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    H = len(b)
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if training:
        keep = rng.random((n, H + d)) < 1 - p
        mask = keep / (1 - p) if p < 1 else np.zeros((n, H + d))
    else:
        mask = np.ones((n, H + d))
    mask_h, mask_x = mask[:, :H], mask[:, H:]
    h = np.zeros((n, H))
    out = []
    for t in range(steps):
        h = np.tanh((x[:, t] * mask_x) @ W_x + (h * mask_h) @ W_h + b)
        out.append(h)
    return np.stack(out, axis=1), mask_x, mask_h
