# Multiplies the inputs of all steps at once, before the loop.
# variational_rnn-masks: pass
# variational_rnn-steps: pass
# variational_rnn-inference: pass
# variational_rnn-conventions: pass
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    _, mask_h = dropout_forward(np.ones((n, len(b))), p, training, rng)
    _, mask_x = dropout_forward(x[:, 0], p, training, rng)
    drive = np.einsum("ntd,nd,dk->ntk", x, mask_x, W_x) + b
    h = np.zeros((n, steps + 1, len(b)))
    for t in range(steps):
        h[:, t + 1] = np.tanh(drive[:, t] + np.einsum("nj,nj,jk->nk", h[:, t], mask_h, W_h))
    return h[:, 1:], mask_x, mask_h
