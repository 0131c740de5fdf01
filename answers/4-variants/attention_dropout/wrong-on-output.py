# Drops the output instead of the weights.
# attention_dropout-weights: fail "The weights that are returned are those before dropout"
# attention_dropout-coins: fail "Nothing is dropped"
# attention_dropout-output: fail "The output is dropped, not only the weights"
# attention_dropout-masked: fail "p = 1 is not handled"
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    w = softmax(scores)
    return dropout_forward(w @ values, p, training, rng)[0], w
