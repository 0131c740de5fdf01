# Always moves by 1e-5.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: fail "eps is ignored"
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += 1e-5
        down[i] -= 1e-5
        g[i] = np.sum(dy * (f(up) - f(down))) / (2e-5)
    return g
