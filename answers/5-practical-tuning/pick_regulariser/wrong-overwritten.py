# Overwrites the score of an option with every seed.
# pick_regulariser-budget: pass
# pick_regulariser-choice: fail "A single run decides, instead of the mean over seeds"
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    scores = {}
    for seed in range(budget // len(options)):
        for option in options:
            scores[option] = train(option, seed)
    best = max(scores, key=scores.get)
    return best, test(best)
