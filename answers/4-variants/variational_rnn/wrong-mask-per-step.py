# Returns a mask for every time step.
# variational_rnn-masks: fail "There is a coin for every time step"
# variational_rnn-steps: fail "There is a coin for every time step"
# variational_rnn-inference: fail "There is a coin for every time step"
# variational_rnn-conventions: fail "There is a coin for every time step"
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    H = len(b)
    xm, mask_x = dropout_forward(x, p, training, rng)
    mask_h = dropout_forward(np.ones((n, steps, H)), p, training, rng)[1]
    h, out = np.zeros((n, H)), []
    for t in range(steps):
        h = np.tanh(xm[:, t] @ W_x + (h * mask_h[:, t]) @ W_h + b)
        out.append(h)
    return np.stack(out, axis=1), mask_x, mask_h
