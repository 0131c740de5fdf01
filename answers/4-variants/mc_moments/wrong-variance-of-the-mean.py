# Divides by T once more.
# mc_moments-passes: pass
# mc_moments-mean: pass
# mc_moments-variance: fail "This is the variance of the mean of T passes."
def mc_moments(predict, x, samples, tau, rng):
    passes = np.stack([predict(x, rng) for _ in range(samples)])
    return passes.mean(axis=0), passes.var(axis=0) / samples + 1 / tau
