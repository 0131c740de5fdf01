# Pools the scores of all p for the standard error.
# choose_p-rule: fail "instead of that of the best one"
# choose_p-error: fail "The standard error comes out too large"
# choose_p-seeds: pass
def choose_p(validation_scores):
    if any(len(values) < 2 for values in validation_scores.values()):
        raise ValueError("more seeds")
    means = {p: np.mean(values) for p, values in validation_scores.items()}
    best = max(means, key=means.get)
    seeds = validation_scores[best]
    bar = means[best] - np.std(sum(validation_scores.values(), []), ddof=1) / np.sqrt(len(seeds))
    return max(p for p, mean in means.items() if mean >= bar)
