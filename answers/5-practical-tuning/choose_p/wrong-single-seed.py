# Accepts a single score and takes its error for 0.
# choose_p-rule: pass
# choose_p-error: pass
# choose_p-seeds: fail "A p with a single score is accepted"
def choose_p(validation_scores):
    if any(len(values) < 2 for values in validation_scores.values()):
        return max(validation_scores, key=lambda p: validation_scores[p][0])
    means = {p: np.mean(values) for p, values in validation_scores.items()}
    best = max(means, key=means.get)
    seeds = validation_scores[best]
    bar = means[best] - np.std(seeds, ddof=1) / np.sqrt(len(seeds))
    return max(p for p, mean in means.items() if mean >= bar)
