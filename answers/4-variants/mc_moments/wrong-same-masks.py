# Hands in a copy of rng, so that all passes use the same masks.
# mc_moments-passes: fail "Several passes use the same masks."
# mc_moments-mean: pass
# mc_moments-variance: pass
def mc_moments(predict, x, samples, tau, rng):
    import copy
    passes = np.stack([predict(x, copy.deepcopy(rng)) for _ in range(samples)])
    return passes.mean(axis=0), passes.var(axis=0) + 1 / tau
