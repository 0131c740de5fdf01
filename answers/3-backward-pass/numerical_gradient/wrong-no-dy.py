# Leaves dy out.
# numerical_gradient-chain-rule: fail "dy is left out: this is the gradient of sum(f(x))"
# numerical_gradient-central: fail "dy is left out: this is the gradient of sum(f(x))"
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        g[i] = np.sum(f(up) - f(down)) / (2 * eps)
    return g
