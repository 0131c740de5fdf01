# Does not divide the weight term by 1-p.
# concrete_regularizer-weights: fail "The weight term is not divided by 1-p"
# concrete_regularizer-entropy: pass
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    weight_term = weight_scale * np.sum(weights**2)
    dropout_term = dropout_scale * len(weights) * (p * np.log(p) + (1 - p) * np.log(1 - p))
    return weight_term + dropout_term
