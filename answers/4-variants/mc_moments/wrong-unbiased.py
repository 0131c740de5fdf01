# Divides by T - 1.
# mc_moments-passes: pass
# mc_moments-mean: pass
# mc_moments-variance: fail "The spread divides by T - 1 where the formula has T."
def mc_moments(predict, x, samples, tau, rng):
    passes = [predict(x, rng) for _ in range(samples)]
    return np.mean(passes, axis=0), np.var(passes, axis=0, ddof=min(samples - 1, 1)) + 1 / tau
