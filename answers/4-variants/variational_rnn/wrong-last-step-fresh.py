# Throws new coins for the last step.
# variational_rnn-masks: pass
# variational_rnn-steps: fail "The mask changes from step to step."
# variational_rnn-inference: pass
# variational_rnn-conventions: pass
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    N, T, d = x.shape
    H = len(b)
    _, mask_x = dropout_forward(np.ones((N, d)), p, training, rng)
    _, mask_h = dropout_forward(np.ones((N, H)), p, training, rng)
    h = np.zeros((N, T, H))
    prev = np.zeros((N, H))
    for t in range(T):
        if t == T - 1:
            mask_h = dropout_forward(np.ones((N, H)), p, training, rng)[1]
        prev = np.tanh((x[:, t] * mask_x) @ W_x + (prev * mask_h) @ W_h + b)
        h[:, t] = prev
    return h, mask_x, mask_h
