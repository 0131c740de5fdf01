# Takes the smallest p that is good enough.
# choose_p-rule: fail "the smallest is taken"
# choose_p-error: fail "The standard error comes out too small"
# choose_p-seeds: pass
def choose_p(validation_scores):
    if any(len(values) < 2 for values in validation_scores.values()):
        raise ValueError("more seeds")
    means = {p: np.mean(values) for p, values in validation_scores.items()}
    best = max(means, key=means.get)
    seeds = validation_scores[best]
    bar = means[best] - np.std(seeds, ddof=1) / np.sqrt(len(seeds))
    return min(p for p, mean in means.items() if mean >= bar)
