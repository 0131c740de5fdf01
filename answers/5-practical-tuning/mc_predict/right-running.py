# Keeps running sums instead of all passes.
# mc_predict-passes: pass
# mc_predict-mean: pass
# mc_predict-spread: pass
def mc_predict(model, x, samples):
    mean, squares = 0.0, 0.0
    for k in range(1, samples + 1):
        logits = model(x)
        p = np.exp(logits - logits.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        old = mean
        mean = mean + (p - mean) / k
        squares = squares + (p - old) * (p - mean)
    return mean, np.sqrt(squares / samples)
