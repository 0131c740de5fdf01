# Returns one number for every output.
# concrete_regularizer-weights: fail "The regularizer is not one number"
# concrete_regularizer-entropy: fail "The regularizer is not one number"
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    weight_term = weight_scale * np.sum(weights**2, axis=0) / (1 - p)
    dropout_term = dropout_scale * len(weights) * (p * np.log(p) + (1 - p) * np.log(1 - p))
    return weight_term + dropout_term
