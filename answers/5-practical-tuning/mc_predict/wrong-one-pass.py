# Asks once and repeats the answer.
# mc_predict-passes: fail "The model is asked only once"
# mc_predict-mean: fail "Only the first pass counts"
# mc_predict-spread: fail "The spread is zero"
def mc_predict(model, x, samples):
    p = softmax(model(x))
    passes = np.array([p] * samples)
    return passes.mean(axis=0), passes.std(axis=0)
