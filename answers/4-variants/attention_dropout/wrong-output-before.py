# Makes the output with the weights before dropout.
# attention_dropout-weights: pass
# attention_dropout-coins: pass
# attention_dropout-output: fail "The output is mixed with the weights before dropout"
# attention_dropout-masked: fail "p = 1 is not handled"
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    w = softmax(scores)
    return w @ values, dropout_forward(w, p, training, rng)[0]
