# The scale is computed with logarithms and exponentials (equal up to rounding), and the coins with exponential numbers.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.exp(np.zeros(x.shape)).astype(x.dtype)
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    rate = float(-np.log1p(-p))
    mask = np.where(rng.exponential(size=x.shape) < rate, 0, np.exp(rate)).astype(x.dtype)
    return x * mask, mask
