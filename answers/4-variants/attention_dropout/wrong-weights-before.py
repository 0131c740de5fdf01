# Returns the weights as they were before dropout.
# attention_dropout-weights: fail "The weights that are returned are those before dropout"
# attention_dropout-coins: fail "Nothing is dropped"
# attention_dropout-output: fail "The output is not weights @ values with the weights returned"
# attention_dropout-masked: fail "p = 1 is not handled"
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    w = softmax(scores)
    return dropout_forward(w, p, training, rng)[0] @ values, w
