# Returns the last hidden state only.
# variational_rnn-masks: fail "The array of hidden states has the wrong shape"
# variational_rnn-steps: fail "The array of hidden states has the wrong shape"
# variational_rnn-inference: fail "The array of hidden states has the wrong shape"
# variational_rnn-conventions: fail "The array of hidden states has the wrong shape"
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    H = len(b)
    mask_x = dropout_forward(np.ones((n, d)), p, training, rng)[1]
    mask_h = dropout_forward(np.ones((n, H)), p, training, rng)[1]
    h = np.zeros((n, H))
    out = []
    for t in range(steps):
        h = np.tanh((x[:, t] * mask_x) @ W_x + (h * mask_h) @ W_h + b)
        out.append(h)
    return h, mask_x, mask_h
