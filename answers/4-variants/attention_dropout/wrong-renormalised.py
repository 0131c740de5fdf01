# Makes the rows sum to 1 again after dropout.
# attention_dropout-weights: fail "The rows are made to sum to 1 again"
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: pass
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    w = softmax(scores)
    if training:
        w = w * sample_keep_mask(w.shape, p, rng)
        w = w / np.maximum(w.sum(axis=-1, keepdims=True), 1e-300)
    return w @ values, w
