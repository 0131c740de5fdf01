# Replaces scores of -inf by -1 so that nothing can go wrong.
# attention_dropout-weights: pass
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: fail "A score of −inf gets a weight"
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    w, _ = dropout_forward(softmax(np.maximum(scores, -3.0)), p, training, rng)
    return w @ values, w
