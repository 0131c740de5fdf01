# Writes the weights into the scores.
# attention_dropout-weights: pass
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: pass
# attention_dropout-inference: fail "attention_dropout changes its input"
def attention_dropout(scores, values, p, training, rng):
    scores[...] = softmax(scores)
    w, _ = dropout_forward(scores, p, training, rng)
    return w @ values, w
