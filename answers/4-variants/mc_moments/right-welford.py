# Updates mean and sum of squares pass by pass (Welford 1962).
# mc_moments-passes: pass
# mc_moments-mean: pass
# mc_moments-variance: pass
def mc_moments(predict, x, samples, tau, rng):
    mean, m2 = 0.0, 0.0
    for t in range(1, samples + 1):
        y = predict(x, rng)
        delta = y - mean
        mean = mean + delta / t
        m2 = m2 + delta * (y - mean)
    return mean, m2 / samples + 1 / tau
