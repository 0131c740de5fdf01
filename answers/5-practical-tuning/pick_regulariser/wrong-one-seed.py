# Trains every option once.
# pick_regulariser-budget: pass
# pick_regulariser-choice: fail "The choice rests on a single run"
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    seeds = [0]
    means = {option: np.mean([train(option, seed) for seed in seeds]) for option in options}
    best = max(means, key=means.get)
    return best, test(best)
