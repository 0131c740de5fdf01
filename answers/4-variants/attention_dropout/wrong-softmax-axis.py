# Takes the softmax over the queries.
# attention_dropout-weights: fail "The softmax is taken over the queries"
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: fail "p = 0 is not handled"
# attention_dropout-inference: fail "The weights at inference are not softmax(scores)"
def attention_dropout(scores, values, p, training, rng):
    with np.errstate(invalid="ignore"):
        w, _ = dropout_forward(softmax(scores.swapaxes(1, 2)).swapaxes(1, 2), p, training, rng)
    return w @ values, w
