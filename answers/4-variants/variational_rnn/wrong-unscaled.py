# Uses bare masks of zeros and ones.
# variational_rnn-masks: fail "Kept entries are not rescaled"
# variational_rnn-steps: pass
# variational_rnn-inference: pass
# variational_rnn-conventions: pass
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    n, steps, d = x.shape
    H = len(b)
    mask_x = sample_keep_mask((n, d), p if training else 0, rng) * 1.0
    mask_h = sample_keep_mask((n, H), p if training else 0, rng) * 1.0
    h = np.zeros((n, H))
    out = []
    for t in range(steps):
        h = np.tanh((x[:, t] * mask_x) @ W_x + (h * mask_h) @ W_h + b)
        out.append(h)
    return np.stack(out, axis=1), mask_x, mask_h
