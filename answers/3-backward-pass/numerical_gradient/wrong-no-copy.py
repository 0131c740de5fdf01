# Copies nothing: up and down are the same array.
# numerical_gradient-chain-rule: fail "The gradient is zero: the change of x is lost"
# numerical_gradient-central: fail "The gradient is zero: the change of x is lost"
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        z = x.copy()
        up = down = z
        up[i] += eps
        down[i] -= eps
        g[i] = np.sum(dy * (f(up) - f(down))) / (2 * eps)
    return g
