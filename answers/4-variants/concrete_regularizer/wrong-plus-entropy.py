# Adds the entropy instead of subtracting it.
# concrete_regularizer-weights: pass
# concrete_regularizer-entropy: fail "The entropy has the wrong sign: the regularizer must reward it"
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    weight_term = weight_scale * np.sum(weights**2) / (1 - p)
    dropout_term = -dropout_scale * len(weights) * (p * np.log(p) + (1 - p) * np.log(1 - p))
    return weight_term + dropout_term
