# Takes the largest p there is: more is better.
# choose_p-rule: fail "The largest p of all is taken"
# choose_p-error: fail "The rule picks another p"
# choose_p-seeds: pass
def choose_p(validation_scores):
    if any(len(values) < 2 for values in validation_scores.values()):
        raise ValueError("more seeds")
    means = {p: np.mean(values) for p, values in validation_scores.items()}
    best = max(means, key=means.get)
    seeds = validation_scores[best]
    bar = means[best] - np.std(seeds, ddof=1) / np.sqrt(len(seeds))
    return max(p for p, mean in means.items() )
