# Divides by eps instead of 2 eps.
# numerical_gradient-chain-rule: fail "The difference is divided by eps; its two points are 2 eps apart"
# numerical_gradient-central: fail "The difference is divided by eps; its two points are 2 eps apart"
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        g[i] = np.sum(dy * (f(up) - f(down))) / eps
    return g
