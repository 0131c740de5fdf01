# Runs the network once and uses the answer T times.
# mc_moments-passes: fail "predict is called only once: one pass has no spread."
# mc_moments-mean: fail "The mean is one pass alone."
# mc_moments-variance: fail "The spread of the passes is missing."
def mc_moments(predict, x, samples, tau, rng):
    y = predict(x, rng)
    passes = np.stack([y] * samples)
    return passes.mean(axis=0), passes.var(axis=0) + 1 / tau
