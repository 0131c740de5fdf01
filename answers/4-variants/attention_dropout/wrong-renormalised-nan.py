# Divides the rows by their sum, even where it is 0.
# attention_dropout-weights: fail "The rows are made to sum to 1 again"
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: fail "Rows of the attention become nan"
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    w = softmax(scores)
    if training:
        w = w * sample_keep_mask(w.shape, p, rng)
        w = w / w.sum(axis=-1, keepdims=True)
    return w @ values, w
