# Subtracts the wrong way round.
# numerical_gradient-chain-rule: fail "The gradient has the wrong sign"
# numerical_gradient-central: fail "The gradient has the wrong sign"
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        g[i] = np.sum(dy * (f(down) - f(up))) / (2 * eps)
    return g
