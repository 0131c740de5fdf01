# Uses one draw for the inputs and for the hidden units.
# variational_rnn-masks: fail "mask_x and mask_h are thrown with the same coins"
# variational_rnn-steps: pass
# variational_rnn-inference: pass
# variational_rnn-conventions: pass
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    H = len(b)
    both = dropout_forward(np.ones((n, max(d, H))), p, training, rng)[1]
    mask_x, mask_h = both[:, :d], both[:, :H]
    h = np.zeros((n, H))
    out = []
    for t in range(steps):
        h = np.tanh((x[:, t] * mask_x) @ W_x + (h * mask_h) @ W_h + b)
        out.append(h)
    return np.stack(out, axis=1), mask_x, mask_h
