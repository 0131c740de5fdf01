# Takes the mean minus its standard error.
# pick_regulariser-budget: pass
# pick_regulariser-choice: pass
# pick_regulariser-test: pass
def pick_regulariser(options, train, test, budget):
    k = budget // len(options)
    scores = np.array([[train(o, s) for s in range(k)] for o in options])
    careful = scores.mean(axis=1) - scores.std(axis=1, ddof=1) / np.sqrt(k)
    choice = options[careful.argmax()]
    return choice, test(choice)
