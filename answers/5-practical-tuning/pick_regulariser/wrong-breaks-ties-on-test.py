# Lets the test set decide between the best two.
# pick_regulariser-budget: pass
# pick_regulariser-choice: pass
# pick_regulariser-test: fail "The test set takes part in the choice"
def pick_regulariser(options, train, test, budget):
    seeds = range(budget // len(options))
    means = {option: np.mean([train(option, seed) for seed in seeds]) for option in options}
    two = sorted(options, key=means.get)[-2:]
    best = max(two, key=test)
    return best, test(best)
