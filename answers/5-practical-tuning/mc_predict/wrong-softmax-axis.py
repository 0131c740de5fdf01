# Takes the softmax over the examples.
# mc_predict-passes: pass
# mc_predict-mean: fail "The softmax runs over the examples"
# mc_predict-spread: fail "The spread is wrong"
def mc_predict(model, x, samples):
    passes = np.array([softmax(model(x).T).T for _ in range(samples)])
    return passes.mean(axis=0), passes.std(axis=0)
