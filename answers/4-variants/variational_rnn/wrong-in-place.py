# Masks x in place.
# variational_rnn-masks: pass
# variational_rnn-steps: pass
# variational_rnn-inference: pass
# variational_rnn-conventions: fail "variational_rnn changes its input"
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    H = len(b)
    mask_x = dropout_forward(np.ones((n, d)), p, training, rng)[1]
    mask_h = dropout_forward(np.ones((n, H)), p, training, rng)[1]
    h = np.zeros((n, H))
    out = []
    for t in range(steps):
        x[:, t] *= mask_x
        h = np.tanh(x[:, t] @ W_x + (h * mask_h) @ W_h + b)
        out.append(h)
    return np.stack(out, axis=1), mask_x, mask_h
