# Forgets to divide by the root of the number of seeds.
# choose_p-rule: pass
# choose_p-error: fail "The standard error comes out too large"
# choose_p-seeds: pass
def choose_p(validation_scores):
    if any(len(values) < 2 for values in validation_scores.values()):
        raise ValueError("more seeds")
    means = {p: np.mean(values) for p, values in validation_scores.items()}
    best = max(means, key=means.get)
    seeds = validation_scores[best]
    bar = means[best] - np.std(seeds, ddof=1)
    return max(p for p, mean in means.items() if mean >= bar)
