# Takes the largest singular value for the norm.
# concrete_regularizer-weights: fail "The norm is the largest singular value, not that of the entries."
# concrete_regularizer-entropy: pass
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    H = -p * np.log(p) - (1 - p) * np.log(1 - p)
    return weight_scale * np.linalg.norm(weights, 2) ** 2 / (1 - p) - dropout_scale * weights.shape[0] * H
