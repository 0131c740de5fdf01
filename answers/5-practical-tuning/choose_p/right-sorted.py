# Sorts from the largest p down and takes the first that is good enough.
# choose_p-rule: pass
# choose_p-error: pass
# choose_p-seeds: pass
from statistics import mean, stdev

def choose_p(validation_scores):
    table = sorted(validation_scores.items(), reverse=True)
    if min(len(values) for _, values in table) < 2:
        raise ValueError("more seeds, please")
    top = max((values for _, values in table), key=mean)
    bar = mean(top) - stdev(top) / len(top) ** 0.5
    for p, values in table:
        if mean(values) >= bar:
            return p
