# Averages labels.
# mc_predict-passes: pass
# mc_predict-mean: fail "The labels are averaged"
# mc_predict-spread: fail "The spread is wrong"
def mc_predict(model, x, samples):
    logits = np.array([model(x) for _ in range(samples)])
    votes = np.eye(logits.shape[-1])[logits.argmax(axis=-1)]
    return votes.mean(axis=0), votes.std(axis=0)
