# Subtracts the square of the mean.
# mc_moments-passes: pass
# mc_moments-mean: pass
# mc_moments-variance: pass
def mc_moments(predict, x, samples, tau, rng):
    total = squares = 0.0
    for _ in range(samples):
        y = predict(x, rng)
        total, squares = total + y, squares + y**2
    mean = total / samples
    return [mean, squares / samples - mean**2 + tau**-1]
