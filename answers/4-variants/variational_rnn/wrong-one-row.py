# Returns masks of one row.
# variational_rnn-masks: fail "All sequences of the batch share one mask"
# variational_rnn-steps: fail "All sequences of the batch share one mask"
# variational_rnn-inference: fail "All sequences of the batch share one mask"
# variational_rnn-conventions: fail "All sequences of the batch share one mask"
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    H = len(b)
    mask_x = dropout_forward(np.ones((1, d)), p, training, rng)[1]
    mask_h = dropout_forward(np.ones((1, H)), p, training, rng)[1]
    h = np.zeros((n, H))
    out = []
    for t in range(steps):
        h = np.tanh((x[:, t] * mask_x) @ W_x + (h * mask_h) @ W_h + b)
        out.append(h)
    return np.stack(out, axis=1), mask_x, mask_h
