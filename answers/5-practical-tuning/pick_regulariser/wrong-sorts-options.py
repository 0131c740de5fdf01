# Sorts the list of options that it was given.
# pick_regulariser-budget: fail "pick_regulariser changes the list of options"
# pick_regulariser-choice: pass
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    k = budget // len(options)
    s = {}; options.sort()
    for o in options: s[o] = np.mean([train(o, i) for i in range(k)])
    best = max(s, key=s.get)
    return best, test(best)
