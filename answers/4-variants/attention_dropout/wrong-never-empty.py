# Keeps the first position where a row would lose everything.
# attention_dropout-weights: pass
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: fail "A query never loses all its positions."
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    weights = softmax(scores)
    if training:
        if not 0 <= p <= 1:
            raise ValueError("p must be a probability")
        keep = rng.random(weights.shape) >= p
        keep[..., 0] |= ~(keep & (weights > 0)).any(-1)
        weights = weights * keep / (1 - p) if p < 1 else np.zeros_like(weights)
    return weights @ values, weights
