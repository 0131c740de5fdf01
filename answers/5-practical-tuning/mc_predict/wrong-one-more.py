# Asks once too often, to see the shape.
# mc_predict-passes: fail "The model is not asked `samples` times"
# mc_predict-mean: fail "The mean is not that of the probabilities"
# mc_predict-spread: fail "The spread is wrong"
def mc_predict(model, x, samples):
    shape = model(x).shape
    passes = np.array([softmax(model(x)) for _ in range(samples)]).reshape(samples, *shape)
    return passes.mean(axis=0), passes.std(axis=0)
