# Trains every option several times with one and the same seed.
# pick_regulariser-budget: pass
# pick_regulariser-choice: fail "The same seed is trained again and again"
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    seeds = range(budget // len(options))
    means = {option: np.mean([train(option, 0) for seed in seeds]) for option in options}
    best = max(means, key=means.get)
    return best, test(best)
