# Takes the best out of the dict that it was given.
# choose_p-rule: pass
# choose_p-error: pass
# choose_p-seeds: fail "choose_p changes the scores"
def choose_p(validation_scores):
    if any(len(values) < 2 for values in validation_scores.values()):
        raise ValueError("more seeds")
    means = {p: np.mean(values) for p, values in validation_scores.items()}
    best = max(means, key=means.get)
    seeds = validation_scores.pop(best)
    bar = means[best] - np.std(seeds, ddof=1) / np.sqrt(len(seeds))
    return max(p for p, mean in means.items() if mean >= bar)
