# Drops the scores, before the softmax.
# attention_dropout-weights: fail "The scores are dropped, not the weights"
# attention_dropout-coins: fail "Nothing is dropped"
# attention_dropout-output: pass
# attention_dropout-masked: fail "A score of −inf gets a weight"
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    w = softmax(dropout_forward(np.where(np.isinf(scores), -1e30, scores), p, training, rng)[0])
    return w @ values, w
