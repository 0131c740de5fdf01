# Averages the logits.
# mc_predict-passes: pass
# mc_predict-mean: fail "The logits are averaged"
# mc_predict-spread: pass
def mc_predict(model, x, samples):
    logits = np.array([model(x) for _ in range(samples)])
    return softmax(logits.mean(axis=0)), softmax(logits).std(axis=0)
