# Trains the winner once more when the budget is spent.
# pick_regulariser-budget: fail "The budget is overspent"
# pick_regulariser-choice: pass
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    seeds = range(budget // len(options))
    means = {option: np.mean([train(option, seed) for seed in seeds]) for option in options}
    best = max(means, key=means.get)
    train(best, 99)
    return best, test(best)
