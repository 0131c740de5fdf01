# Throws one coin for each sequence, for all its units.
# variational_rnn-masks: fail "Whole rows are kept or dropped"
# variational_rnn-steps: pass
# variational_rnn-inference: pass
# variational_rnn-conventions: pass
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    H = len(b)
    mask_x = dropout_forward(np.ones((n, 1)), p, training, rng)[1].repeat(d, axis=1)
    mask_h = dropout_forward(np.ones((n, 1)), p, training, rng)[1].repeat(H, axis=1)
    h = np.zeros((n, H))
    out = []
    for t in range(steps):
        h = np.tanh((x[:, t] * mask_x) @ W_x + (h * mask_h) @ W_h + b)
        out.append(h)
    return np.stack(out, axis=1), mask_x, mask_h
