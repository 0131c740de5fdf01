# Returns the variance first.
# mc_moments-passes: pass
# mc_moments-mean: fail "Mean and variance come back in the wrong order."
# mc_moments-variance: fail "Mean and variance come back in the wrong order."
def mc_moments(predict, x, samples, tau, rng):
    passes = np.stack([predict(x, rng) for _ in range(samples)])
    return passes.var(axis=0) + 1 / tau, passes.mean(axis=0)
