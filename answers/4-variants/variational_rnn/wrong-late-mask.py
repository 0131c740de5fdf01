# Masks h @ W_h instead of h.
# variational_rnn-masks: pass
# variational_rnn-steps: fail "The mask of h is applied after W_h instead of before it"
# variational_rnn-inference: pass
# variational_rnn-conventions: pass
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    H = len(b)
    mask_x = dropout_forward(np.ones((n, d)), p, training, rng)[1]
    mask_h = dropout_forward(np.ones((n, H)), p, training, rng)[1]
    h = np.zeros((n, H))
    out = []
    for t in range(steps):
        h = np.tanh((x[:, t] * mask_x) @ W_x + (h @ W_h) * mask_h + b)
        out.append(h)
    return np.stack(out, axis=1), mask_x, mask_h
