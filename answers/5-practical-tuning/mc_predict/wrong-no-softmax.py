# Averages logits and never makes probabilities of them.
# mc_predict-passes: pass
# mc_predict-mean: fail "one of logits, not of probabilities"
# mc_predict-spread: fail "the spread of the logits"
def mc_predict(model, x, samples):
    passes = np.array([model(x) for _ in range(samples)])
    return passes.mean(axis=0), passes.std(axis=0)
