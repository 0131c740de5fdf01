# Returns a standard deviation.
# mc_moments-passes: pass
# mc_moments-mean: pass
# mc_moments-variance: fail "This is the standard deviation, not the variance."
def mc_moments(predict, x, samples, tau, rng):
    passes = np.stack([predict(x, rng) for _ in range(samples)])
    return passes.mean(axis=0), np.sqrt(passes.var(axis=0) + 1 / tau)
