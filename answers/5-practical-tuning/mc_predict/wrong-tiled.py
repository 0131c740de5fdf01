# Asks once with a batch that is repeated.
# mc_predict-passes: fail "The model is asked only once"
# mc_predict-mean: pass
# mc_predict-spread: pass
def mc_predict(model, x, samples):
    logits = model(np.tile(x, (samples, 1))).reshape(samples, len(x), -1)
    passes = softmax(logits)
    return passes.mean(axis=0), passes.std(axis=0)
