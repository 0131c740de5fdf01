# Uses the output of the moved entry alone.
# numerical_gradient-chain-rule: fail "Only one entry of the output is looked at"
# numerical_gradient-central: pass
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        change = (f(up) - f(down)) / (2 * eps)
        g[i] = dy[i] * change[i]
    return g
