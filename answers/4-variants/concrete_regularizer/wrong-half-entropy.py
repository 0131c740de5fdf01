# Forgets the second half of the entropy.
# concrete_regularizer-weights: pass
# concrete_regularizer-entropy: fail "The part (1-p) log(1-p) of the entropy is missing"
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    weight_term = weight_scale * np.sum(weights**2) / (1 - p)
    dropout_term = dropout_scale * len(weights) * p * np.log(p)
    return weight_term + dropout_term
