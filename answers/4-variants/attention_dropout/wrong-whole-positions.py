# Drops a position for all queries.
# attention_dropout-weights: pass
# attention_dropout-coins: fail "Some rows of the mask are copies of others"
# attention_dropout-output: pass
# attention_dropout-masked: pass
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    w = softmax(scores)
    w = w * dropout_forward(np.ones((len(w), 1, w.shape[2])), p, training, rng)[1]
    return w @ values, w
