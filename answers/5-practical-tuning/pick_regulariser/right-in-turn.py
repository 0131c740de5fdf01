# Trains the options in turn until the budget is spent.
# pick_regulariser-budget: pass
# pick_regulariser-choice: pass
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    got = {o: [] for o in options}
    for seed in range(budget):
        o = options[seed % len(options)]
        got[o].append(train(o, seed))
    best = sorted(got, key=lambda o: np.mean(got[o]))[-1]
    score = test(best)
    return best, score
