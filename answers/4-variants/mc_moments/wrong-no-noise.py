# Forgets 1/tau.
# mc_moments-passes: pass
# mc_moments-mean: pass
# mc_moments-variance: fail "1/tau is missing in the variance."
def mc_moments(predict, x, samples, tau, rng):
    passes = np.stack([predict(x, rng) for _ in range(samples)])
    return passes.mean(axis=0), passes.var(axis=0)
