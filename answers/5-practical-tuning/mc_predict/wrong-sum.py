# Adds up and forgets to divide.
# mc_predict-passes: pass
# mc_predict-mean: fail "added up, but not divided"
# mc_predict-spread: pass
def mc_predict(model, x, samples):
    passes = np.array([softmax(model(x)) for _ in range(samples)])
    return passes.sum(axis=0), passes.std(axis=0)
