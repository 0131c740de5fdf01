# Takes the difference to one side.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: fail "The difference is taken to one side only"
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    y = f(x)
    for i in np.ndindex(x.shape):
        up = x.copy()
        up[i] += eps
        g[i] = np.sum(dy * (f(up) - y)) / eps
    return g
