# Trains ten seeds of everything.
# pick_regulariser-budget: fail "The budget is overspent"
# pick_regulariser-choice: pass
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    seeds = range(10)
    means = {option: np.mean([train(option, seed) for seed in seeds]) for option in options}
    best = max(means, key=means.get)
    return best, test(best)
