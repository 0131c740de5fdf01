# Adds up probabilities and their squares.
# mc_predict-passes: pass
# mc_predict-mean: pass
# mc_predict-spread: pass
def mc_predict(model, x, samples):
    s = q = 0
    for _ in range(samples):
        p = softmax(model(x)); s = s + p; q = q + p * p
    m = s / samples
    return m, np.sqrt(np.maximum(q / samples - m**2, 0))
