# Goes by the best run of each option.
# pick_regulariser-budget: pass
# pick_regulariser-choice: fail "A single run decides"
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    seeds = range(budget // len(options))
    means = {option: np.max([train(option, seed) for seed in seeds]) for option in options}
    best = max(means, key=means.get)
    return best, test(best)
