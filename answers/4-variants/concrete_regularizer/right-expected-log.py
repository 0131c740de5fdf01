# Writes the entropy with the logit, as an array of no dimensions.
# concrete_regularizer-weights: pass
# concrete_regularizer-entropy: pass
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    entropy = -np.log(1 - p) - p * np.log(p / (1 - p))
    norm = np.linalg.norm(weights) ** 2
    return np.array(weight_scale * norm / (1 - p) - dropout_scale * weights.shape[0] * entropy)
