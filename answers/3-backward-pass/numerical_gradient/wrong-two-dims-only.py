# Loops over rows and columns.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: pass
# numerical_gradient-any-x: fail "Only arrays of two dimensions are handled"
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for r in range(x.shape[0]):
        for c in range(x.shape[1]):
            up, down = x.copy(), x.copy()
            up[r, c] += eps
            down[r, c] -= eps
            g[r, c] = np.sum(dy * (f(up) - f(down))) / (2 * eps)
    return g
