# Returns the weights first.
# attention_dropout-weights: fail "The weights are returned before the output"
# attention_dropout-coins: fail "The weights are returned before the output"
# attention_dropout-output: fail "The weights are returned before the output"
# attention_dropout-masked: fail "The weights are returned before the output"
# attention_dropout-inference: fail "The weights are returned before the output"
def attention_dropout(scores, values, p, training, rng):
    w, _ = dropout_forward(softmax(scores), p, training, rng)
    return w, w @ values
