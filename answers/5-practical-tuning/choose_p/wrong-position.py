# Returns the position of p instead of p.
# choose_p-rule: fail "not one of the p"
# choose_p-error: fail "not one of the p"
# choose_p-seeds: fail "not one of the p"
def choose_p(validation_scores):
    if any(len(values) < 2 for values in validation_scores.values()):
        raise ValueError("more seeds")
    means = {p: np.mean(values) for p, values in validation_scores.items()}
    best = max(means, key=means.get)
    seeds = validation_scores[best]
    bar = means[best] - np.std(seeds, ddof=1) / np.sqrt(len(seeds))
    return 100 + sorted(means).index(max(p for p, mean in means.items() if mean >= bar))
