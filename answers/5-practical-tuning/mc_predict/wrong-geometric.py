# Averages log-probabilities.
# mc_predict-passes: pass
# mc_predict-mean: fail "This is the geometric mean"
# mc_predict-spread: pass
def mc_predict(model, x, samples):
    passes = np.array([softmax(model(x)) for _ in range(samples)])
    return np.exp(np.log(passes).mean(axis=0)), passes.std(axis=0)
