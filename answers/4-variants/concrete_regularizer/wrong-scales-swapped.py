# Mixes up the two scales.
# concrete_regularizer-weights: fail "The weight term is wrong."
# concrete_regularizer-entropy: fail "The dropout term is wrong."
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    H = -p * np.log(p) - (1 - p) * np.log(1 - p)
    return dropout_scale * (weights**2).sum() / (1 - p) - weight_scale * weights.shape[0] * H
