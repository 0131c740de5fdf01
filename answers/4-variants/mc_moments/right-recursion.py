# Collects the passes by a recursion over slices of the samples.
# mc_moments-passes: pass
# mc_moments-mean: pass
# mc_moments-variance: pass
def mc_moments(predict, x, samples, tau, rng):
    def run(n):
        return [predict(x, rng)] if n == 1 else run(n // 2) + run(n - n // 2)
    passes = np.array(run(samples))
    mean = np.add.reduce(passes) / samples
    return mean, ((passes - mean) ** 2).sum(axis=0) / samples + 1 / tau
