# Divides by the number of seeds instead of its root.
# choose_p-rule: fail "The rule picks another p"
# choose_p-error: fail "The standard error comes out too small"
# choose_p-seeds: pass
def choose_p(validation_scores):
    if any(len(values) < 2 for values in validation_scores.values()):
        raise ValueError("more seeds")
    means = {p: np.mean(values) for p, values in validation_scores.items()}
    best = max(means, key=means.get)
    seeds = validation_scores[best]
    bar = means[best] - np.std(seeds, ddof=1) / len(seeds)
    return max(p for p, mean in means.items() if mean >= bar)
