# Returns the median.
# mc_moments-passes: pass
# mc_moments-mean: fail "This is the median of the passes."
# mc_moments-variance: pass
def mc_moments(predict, x, samples, tau, rng):
    passes = np.stack([predict(x, rng) for _ in range(samples)])
    return np.median(passes, axis=0), passes.var(axis=0) + 1 / tau
