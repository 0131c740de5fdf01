# Refuses a single score with an assert.
# choose_p-rule: pass
# choose_p-error: pass
# choose_p-seeds: fail "raises the wrong kind of error"
def choose_p(validation_scores):
    assert all(len(values) > 1 for values in validation_scores.values())
    means = {p: np.mean(values) for p, values in validation_scores.items()}
    best = max(means, key=means.get)
    seeds = validation_scores[best]
    bar = means[best] - np.std(seeds, ddof=1) / np.sqrt(len(seeds))
    return max(p for p, mean in means.items() if mean >= bar)
