# Drops the weights and the output.
# attention_dropout-weights: pass
# attention_dropout-coins: pass
# attention_dropout-output: fail "The output is dropped, not only the weights"
# attention_dropout-masked: pass
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    w, _ = dropout_forward(softmax(scores), p, training, rng)
    return dropout_forward(w @ values, p, training, rng)[0], w
