# Returns the option alone.
# pick_regulariser-budget: fail "does not return two things"
# pick_regulariser-choice: fail "does not return two things"
# pick_regulariser-test: fail "does not return two things"
def pick_regulariser(options, train, test, budget):
    seeds = range(budget // len(options))
    means = {option: np.mean([train(option, seed) for seed in seeds]) for option in options}
    best = max(means, key=means.get)
    return best
