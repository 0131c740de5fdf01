# Halves after one seed and averages only then.
# pick_regulariser-budget: pass
# pick_regulariser-choice: fail "A single run decides, instead of the mean over seeds"
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    s = {o: [train(o, 0)] for o in options}
    left = budget - len(options)
    top = sorted(options, key=lambda o: -s[o][0])[:2]
    for i in range(left): s[top[i % 2]].append(train(top[i % 2], 1 + i))
    best = max(top, key=lambda o: np.mean(s[o]))
    return best, test(best)
