# Returns the variance.
# mc_predict-passes: pass
# mc_predict-mean: pass
# mc_predict-spread: fail "This is the variance"
def mc_predict(model, x, samples):
    passes = np.array([softmax(model(x)) for _ in range(samples)])
    return passes.mean(axis=0), passes.var(axis=0)
