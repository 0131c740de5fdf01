# Adds up in the array of the first pass.
# mc_moments-passes: pass
# mc_moments-mean: pass
# mc_moments-variance: pass
def mc_moments(predict, x, samples, tau, rng):
    total = predict(x, rng)
    squares = total**2
    for _ in range(samples - 1):
        y = predict(x, rng)
        total += y
        squares += y**2
    mean = total / samples
    return mean, squares / samples - mean**2 + 1 / tau
