# Does not rescale.
# attention_dropout-weights: fail "Kept entries are not rescaled"
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: pass
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    w = softmax(scores)
    if training:
        w = w * sample_keep_mask(w.shape, p, rng)
    return w @ values, w
