# Throws coins only for weights above 0.
# attention_dropout-weights: pass
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: pass
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    weights = softmax(scores)
    if training:
        if not 0 <= p <= 1:
            raise ValueError("p must be a probability")
        keep = np.zeros(weights.shape, bool)
        live = weights > 0
        keep[live] = rng.random(live.sum()) >= p
        weights = weights * keep / (1 - p) if p < 1 else np.zeros_like(weights)
    return weights @ values, weights
