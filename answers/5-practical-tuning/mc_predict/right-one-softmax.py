# Takes the softmax of all passes at once.
# mc_predict-passes: pass
# mc_predict-mean: pass
# mc_predict-spread: pass
def mc_predict(model, x, samples):
    logits = np.empty((0,))
    collected = []
    while len(collected) < samples:
        collected.append(model(x))
    p = softmax(np.array(collected, dtype=np.float32))
    return p.mean(0), p.std(0)
