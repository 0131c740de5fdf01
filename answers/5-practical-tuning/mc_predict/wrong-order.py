# Returns the spread first.
# mc_predict-passes: pass
# mc_predict-mean: fail "Mean and spread are swapped: return the mean first"
# mc_predict-spread: fail "Mean and spread are swapped: return the mean first"
def mc_predict(model, x, samples):
    P = np.array([softmax(model(x)) for _ in range(samples)])
    return P.std(axis=0), P.mean(axis=0)
