# Halves after a single seed, so that lucky runs push good options out.
# pick_regulariser-budget: pass
# pick_regulariser-choice: fail "The choice rests on a single run"
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    first = {option: train(option, 0) for option in options}
    best = max(first, key=first.get)
    others = [o for o in options if o != best]
    for n in range(min(len(others), budget - len(options))):
        train(others[n], 1)
    return best, test(best)
