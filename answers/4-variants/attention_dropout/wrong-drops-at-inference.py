# Drops at inference.
# attention_dropout-weights: pass
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: pass
# attention_dropout-inference: fail "Weights are dropped at inference"
def attention_dropout(scores, values, p, training, rng):
    w, _ = dropout_forward(softmax(scores), p, True, rng)
    return w @ values, w
