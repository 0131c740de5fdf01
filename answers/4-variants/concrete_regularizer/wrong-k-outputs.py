# Takes the number of outputs for K.
# concrete_regularizer-weights: pass
# concrete_regularizer-entropy: fail "K is the number of outputs instead of inputs"
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    weight_term = weight_scale * np.sum(weights**2) / (1 - p)
    dropout_term = dropout_scale * weights.shape[1] * (p * np.log(p) + (1 - p) * np.log(1 - p))
    return weight_term + dropout_term
