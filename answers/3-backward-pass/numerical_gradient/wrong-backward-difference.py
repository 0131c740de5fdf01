# Takes the difference to the other side.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: fail "The difference is taken to one side only"
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    y = f(x)
    for i in np.ndindex(x.shape):
        down = x.copy()
        down[i] -= eps
        g[i] = np.sum(dy * (y - f(down))) / eps
    return g
