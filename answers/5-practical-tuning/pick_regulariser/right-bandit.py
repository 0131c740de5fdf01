# Two seeds for each, then one at a time for the option with the best upper bound.
# pick_regulariser-budget: pass
# pick_regulariser-choice: pass
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    scores = {option: [train(option, 10), train(option, 11)] for option in options}
    for spent in range(2 * len(options), budget):
        bound = {o: np.mean(s) + 0.02 / np.sqrt(len(s)) for o, s in scores.items()}
        option = max(bound, key=bound.get)
        scores[option].append(train(option, 12 + spent))
    best = max(scores, key=lambda o: np.mean(scores[o]))
    return (best, float(test(best)))
