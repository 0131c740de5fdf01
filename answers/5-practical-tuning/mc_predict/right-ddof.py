# Corrects the deviation for the mean where there are several passes.
# mc_predict-passes: pass
# mc_predict-mean: pass
# mc_predict-spread: pass
def mc_predict(model, x, samples):
    passes = np.stack([softmax(model(x.copy())) for _ in range(samples)], axis=-1)
    spread = passes.std(axis=-1, ddof=1) if samples > 1 else np.zeros(passes.shape[:-1])
    return [passes.mean(axis=-1), spread]
