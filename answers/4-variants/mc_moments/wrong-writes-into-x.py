# Writes into x.
# mc_moments-passes: fail "mc_moments changes its input."
# mc_moments-mean: pass
# mc_moments-variance: pass
def mc_moments(predict, x, samples, tau, rng):
    ys = np.array([predict(x, rng) for _ in range(samples)])
    x += 1
    mean = ys.mean(axis=0)
    variance = ys.var(axis=0) + 1 / tau
    return mean, variance
