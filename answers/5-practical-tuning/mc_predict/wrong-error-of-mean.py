# Returns the error of the mean.
# mc_predict-passes: pass
# mc_predict-mean: pass
# mc_predict-spread: fail "This is the error of the mean"
def mc_predict(model, x, samples):
    passes = np.array([softmax(model(x)) for _ in range(samples)])
    return passes.mean(axis=0), passes.std(axis=0) / np.sqrt(samples)
