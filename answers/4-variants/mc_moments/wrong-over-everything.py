# Forgets the axis.
# mc_moments-passes: pass
# mc_moments-mean: fail "The mean is taken over all entries, not over the passes alone."
# mc_moments-variance: fail "The variance is taken over all entries."
def mc_moments(predict, x, samples, tau, rng):
    passes = np.stack([predict(x, rng) for _ in range(samples)])
    return np.full(passes.shape[1:], passes.mean()), np.full(passes.shape[1:], passes.var() + 1 / tau)
