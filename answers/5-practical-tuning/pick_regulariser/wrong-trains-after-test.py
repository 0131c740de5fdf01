# Trains on after the test set was opened.
# pick_regulariser-budget: pass
# pick_regulariser-choice: pass
# pick_regulariser-test: fail "Training goes on after the test set was opened"
def pick_regulariser(options, train, test, budget):
    seeds = range(budget // len(options) - 1) if budget > 3 * len(options) else range(2)
    means = {option: np.mean([train(option, seed) for seed in seeds]) for option in options}
    best = max(means, key=means.get)
    score = test(best)
    if budget > 2 * len(options):
        train(best, 77)
    return best, score
