# Divides the entropy by 1-p as well.
# concrete_regularizer-weights: pass
# concrete_regularizer-entropy: fail "The entropy is divided by 1-p"
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    weight_term = weight_scale * np.sum(weights**2) / (1 - p)
    dropout_term = dropout_scale * len(weights) * (p * np.log(p) + (1 - p) * np.log(1 - p)) / (1 - p)
    return weight_term + dropout_term
