# Takes the spread from passes of its own.
# mc_predict-passes: fail "The model is not asked `samples` times"
# mc_predict-mean: pass
# mc_predict-spread: fail "The spread is wrong"
def mc_predict(model, x, samples):
    mean = np.mean([softmax(model(x)) for _ in range(samples)], axis=0)
    std = np.std([softmax(model(x)) for _ in range(samples)], axis=0)
    return mean, std
