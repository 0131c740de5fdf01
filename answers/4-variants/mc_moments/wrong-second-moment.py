# Does not subtract the square of the mean.
# mc_moments-passes: pass
# mc_moments-mean: pass
# mc_moments-variance: fail "The square of the mean is not subtracted."
def mc_moments(predict, x, samples, tau, rng):
    passes = np.stack([predict(x, rng) for _ in range(samples)])
    return passes.mean(axis=0), (passes**2).mean(axis=0) + 1 / tau
