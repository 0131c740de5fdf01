# The sum of squares as a trace.
# concrete_regularizer-weights: pass
# concrete_regularizer-entropy: pass
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    H = -p * np.log(p) - (1 - p) * np.log(1 - p)
    return weight_scale * np.trace(weights.T @ weights) / (1 - p) - dropout_scale * weights.shape[0] * H
