# Never drops the first position.
# attention_dropout-weights: pass
# attention_dropout-coins: fail "The probability of dropping depends on the place."
# attention_dropout-output: pass
# attention_dropout-masked: fail "A query never loses all its positions."
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    weights = softmax(scores)
    if training:
        if not 0 <= p <= 1:
            raise ValueError("p must be a probability")
        keep = rng.random(weights.shape) >= p
        keep[..., 0] = True
        weights = weights * keep / (1 - p) if p < 1 else np.zeros_like(weights)
    return weights @ values, weights
