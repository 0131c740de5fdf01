# Reports the validation mean.
# pick_regulariser-budget: pass
# pick_regulariser-choice: pass
# pick_regulariser-test: fail "The test set is never opened"
def pick_regulariser(options, train, test, budget):
    seeds = range(budget // len(options))
    means = {option: np.mean([train(option, seed) for seed in seeds]) for option in options}
    best = max(means, key=means.get)
    return best, means[best]
