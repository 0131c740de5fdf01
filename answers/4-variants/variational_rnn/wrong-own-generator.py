# Ignores rng.
# variational_rnn-masks: fail "The coins do not come from the rng that is handed in"
# variational_rnn-steps: pass
# variational_rnn-inference: pass
# variational_rnn-conventions: pass
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    H = len(b)
    rng = np.random.default_rng()
    mask_x = dropout_forward(np.ones((n, d)), p, training, rng)[1]
    mask_h = dropout_forward(np.ones((n, H)), p, training, rng)[1]
    h = np.zeros((n, H))
    out = []
    for t in range(steps):
        h = np.tanh((x[:, t] * mask_x) @ W_x + (h * mask_h) @ W_h + b)
        out.append(h)
    return np.stack(out, axis=1), mask_x, mask_h
