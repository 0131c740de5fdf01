# Runs a first pass for the shape.
# mc_moments-passes: fail "predict is not called once for every sample."
# mc_moments-mean: pass
# mc_moments-variance: pass
def mc_moments(predict, x, samples, tau, rng):
    mean = np.zeros_like(predict(x, rng))
    passes = np.stack([predict(x, rng) for _ in range(samples)])
    return mean + passes.mean(axis=0), passes.var(axis=0) + 1 / tau
