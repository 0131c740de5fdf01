# Returns the mean alone.
# mc_predict-passes: fail "mc_predict does not return two things"
# mc_predict-mean: fail "mc_predict does not return two things"
# mc_predict-spread: fail "mc_predict does not return two things"
def mc_predict(model, x, samples):
    passes = np.array([softmax(model(x)) for _ in range(samples)])
    return passes.mean(axis=0)
