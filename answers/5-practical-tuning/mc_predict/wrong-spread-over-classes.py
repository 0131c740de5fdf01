# Takes the deviation over the classes of the mean.
# mc_predict-passes: pass
# mc_predict-mean: pass
# mc_predict-spread: fail "over the classes, not over the passes"
def mc_predict(model, x, samples):
    passes = np.array([softmax(model(x)) for _ in range(samples)])
    return passes.mean(axis=0), np.repeat(passes.mean(axis=0).std(axis=1, keepdims=True), passes.shape[2], axis=1)
