# Takes the smallest score, as for a loss.
# pick_regulariser-budget: pass
# pick_regulariser-choice: fail "A weak option is chosen"
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    seeds = range(budget // len(options))
    means = {option: np.mean([train(option, seed) for seed in seeds]) for option in options}
    best = min(means, key=means.get)
    return best, test(best)
