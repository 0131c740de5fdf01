# Opens the test set and reports the validation mean all the same.
# pick_regulariser-budget: pass
# pick_regulariser-choice: pass
# pick_regulariser-test: fail "The score that is reported is not the test score"
def pick_regulariser(options, train, test, budget):
    seeds = range(budget // len(options))
    means = {option: np.mean([train(option, seed) for seed in seeds]) for option in options}
    best = max(means, key=means.get)
    test(best)
    return best, means[best]
