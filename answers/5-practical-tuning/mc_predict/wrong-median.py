# Takes the median.
# mc_predict-passes: pass
# mc_predict-mean: fail "This is the median"
# mc_predict-spread: pass
def mc_predict(model, x, samples):
    passes = np.array([softmax(model(x)) for _ in range(samples)])
    return np.median(passes, axis=0), passes.std(axis=0)
