# Random seeds, and the median where there are three or more.
# pick_regulariser-budget: pass
# pick_regulariser-choice: pass
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    rng = np.random.default_rng()
    k = max(2, min(5, budget // len(options)))
    seeds = rng.choice(10**6, size=k, replace=False)
    summary = np.median if k > 2 else np.mean
    table = [summary([train(o, int(s)) for s in seeds]) for o in options]
    best = options[int(np.argmax(table))]
    return [best, test(best)]
