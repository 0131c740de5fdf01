# Forgets the softmax.
# attention_dropout-weights: fail "The softmax is missing"
# attention_dropout-coins: fail "Everything is dropped"
# attention_dropout-output: pass
# attention_dropout-masked: fail "p = 0 is not handled"
# attention_dropout-inference: fail "The weights at inference are not softmax(scores)"
def attention_dropout(scores, values, p, training, rng):
    w, _ = dropout_forward(np.where(np.isinf(scores), 0, scores), p, training, rng)
    return w @ values, w
