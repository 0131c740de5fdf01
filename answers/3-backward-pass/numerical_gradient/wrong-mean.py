# Takes the mean instead of the sum.
# numerical_gradient-chain-rule: fail "The mean is taken where the sum is meant"
# numerical_gradient-central: fail "The mean is taken where the sum is meant"
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        g[i] = np.mean(dy * (f(up) - f(down))) / (2 * eps)
    return g
