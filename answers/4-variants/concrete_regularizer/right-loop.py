# Adds the weights up in a loop and returns a Python float.
# concrete_regularizer-weights: pass
# concrete_regularizer-entropy: pass
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    total = 0.0
    for row in weights:
        total += weight_scale * float(row @ row) / (1 - p)
        total += dropout_scale * float(p * np.log(p) + (1 - p) * np.log1p(-p))
    return total
