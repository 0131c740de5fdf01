# Spends everything on the first options.
# pick_regulariser-budget: fail "Some options are never tried"
# pick_regulariser-choice: fail "A weak option is chosen"
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    options = options[: len(options) // 2]
    seeds = range(budget // len(options))
    means = {option: np.mean([train(option, seed) for seed in seeds]) for option in options}
    best = max(means, key=means.get)
    return best, test(best)
