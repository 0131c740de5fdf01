# Drops exactly the share p of all weights.
# attention_dropout-weights: pass
# attention_dropout-coins: fail "The number of kept entries is fixed, instead of left to chance."
# attention_dropout-output: pass
# attention_dropout-masked: pass
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    weights = softmax(scores)
    if training:
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        keep = rng.permutation(np.arange(weights.size) < round((1 - p) * weights.size))
        weights = weights * keep.reshape(weights.shape) / (1 - p) if p < 1 else 0 * weights
    return weights @ values, weights
