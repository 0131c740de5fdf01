# Adds noise to x in place of dropout.
# mc_moments-passes: fail "predict is not called with x."
# mc_moments-mean: pass
# mc_moments-variance: pass
def mc_moments(predict, x, samples, tau, rng):
    passes = np.stack([predict(x + rng.normal(0, 0.1, x.shape), rng) for _ in range(samples)])
    return passes.mean(axis=0), passes.var(axis=0) + 1 / tau
