# Successive halving: two seeds for all, the rest for the best half, again and again.
# pick_regulariser-budget: pass
# pick_regulariser-choice: pass
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    scores = {option: [] for option in options}
    alive, left, seed = list(options), budget, 0
    while left >= len(alive):
        for option in alive:
            scores[option].append(train(option, seed))
            left -= 1
        seed += 1
        if seed >= 2 and len(alive) > 1:
            alive.sort(key=lambda o: -np.mean(scores[o]))
            alive = alive[: max(1, (len(alive) + 1) // 2)]
        if len(alive) == 1:
            break
    best = max(alive, key=lambda o: np.mean(scores[o]))
    return best, test(best)
