# Writes / 2 * eps.
# numerical_gradient-chain-rule: fail "`/ 2 * eps` divides by 2 and multiplies by eps: brackets are missing"
# numerical_gradient-central: fail "`/ 2 * eps` divides by 2 and multiplies by eps: brackets are missing"
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        g[i] = np.sum(dy * (f(up) - f(down))) / 2 * eps
    return g
