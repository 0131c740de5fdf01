# Compares with the error of each p instead of that of the best.
# choose_p-rule: fail "The error of each p decides"
# choose_p-error: fail "The error is not that of the best p"
# choose_p-seeds: pass
def choose_p(validation_scores):
    if any(len(values) < 2 for values in validation_scores.values()):
        raise ValueError("more seeds")
    means = {p: np.mean(values) for p, values in validation_scores.items()}
    best = max(means, key=means.get)
    seeds = validation_scores[best]
    bar = means[best] - np.std(seeds, ddof=1) / np.sqrt(len(seeds))
    return max(p for p, mean in means.items() if mean + np.std(validation_scores[p], ddof=1) / np.sqrt(len(validation_scores[p])) >= means[best])
