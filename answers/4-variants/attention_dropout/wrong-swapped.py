# Keeps with probability p.
# attention_dropout-weights: pass
# attention_dropout-coins: fail "Drop and keep are swapped: p is the probability of dropping"
# attention_dropout-output: pass
# attention_dropout-masked: pass
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p")
    w = softmax(scores)
    if training:
        w = w * (rng.random(w.shape) < p) / (1 - p) if 0 < p < 1 else w * (1 - p)
    return w @ values, w
