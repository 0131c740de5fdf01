# Seeds every pass by its number.
# mc_moments-passes: fail "The masks do not come from the rng that is handed in."
# mc_moments-mean: pass
# mc_moments-variance: pass
def mc_moments(predict, x, samples, tau, rng):
    passes = np.stack([predict(x, np.random.default_rng(t)) for t in range(samples)])
    return passes.mean(axis=0), passes.var(axis=0) + 1 / tau
