# Sets dropped scores to -inf, before the softmax.
# attention_dropout-weights: fail "The rows are made to sum to 1 again"
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: fail "Rows of the attention become nan"
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    if training:
        keep = sample_keep_mask(scores.shape, p, rng)
        scores = np.where(keep, scores, -np.inf)
    with np.errstate(invalid="ignore"):
        w = softmax(scores)
    return w @ values, w
