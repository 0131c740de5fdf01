# np.vectorize with two output types.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    def one(value):
        return (value, value**2 / (1 / p - 1)) if 0 < p < 1 else (value * (1 - p), 0.0)

    mean, variance = np.vectorize(one, otypes=[float, float])(x.astype(float))
    return np.asarray(mean, dtype=x.dtype), np.asarray(variance, dtype=x.dtype)
