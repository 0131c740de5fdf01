# Adds a standard deviation and a variance.
# mc_moments-passes: pass
# mc_moments-mean: pass
# mc_moments-variance: fail "The spread is a standard deviation, not a variance."
def mc_moments(predict, x, samples, tau, rng):
    passes = np.stack([predict(x, rng) for _ in range(samples)])
    return passes.mean(axis=0), passes.std(axis=0) + 1 / tau
