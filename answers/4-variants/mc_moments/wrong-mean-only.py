# Returns the mean alone.
# mc_moments-passes: fail "mc_moments does not return two things."
# mc_moments-mean: fail "mc_moments does not return two things."
# mc_moments-variance: fail "mc_moments does not return two things."
def mc_moments(predict, x, samples, tau, rng):
    passes = np.stack([predict(x, rng) for _ in range(samples)])
    return passes.mean(axis=0)
