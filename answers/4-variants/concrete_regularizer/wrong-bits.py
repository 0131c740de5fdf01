# Measures the entropy in bits.
# concrete_regularizer-weights: pass
# concrete_regularizer-entropy: fail "The logarithms are to base 2"
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    weight_term = weight_scale * np.sum(weights**2) / (1 - p)
    dropout_term = dropout_scale * len(weights) * (p * np.log2(p) + (1 - p) * np.log2(1 - p))
    return weight_term + dropout_term
