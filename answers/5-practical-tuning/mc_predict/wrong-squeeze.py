# Squeezes a batch of one example.
# mc_predict-passes: pass
# mc_predict-mean: fail "The mean from mc_predict has the wrong shape"
# mc_predict-spread: pass
def mc_predict(model, x, samples):
    P = np.array([softmax(model(x)).squeeze() for _ in range(samples)])
    return P.mean(axis=0), P.std(axis=0)
