# Updates mean and spread pass by pass (Welford 1962).
# mc_moments-passes: pass
# mc_moments-mean: pass
# mc_moments-variance: pass
def mc_moments(predict, x, samples, tau, rng):
    mean, spread = 0.0, 0.0
    for t in range(1, samples + 1):
        y = predict(x, rng)
        change = y - mean
        mean = mean + change / t
        spread = spread + change * (y - mean)
    return mean, spread / samples + 1 / tau
