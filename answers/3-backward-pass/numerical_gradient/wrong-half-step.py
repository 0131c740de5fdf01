# Moves by half of eps to each side and divides by eps.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: fail "The two points are eps apart, not 2 eps"
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps / 2
        down[i] -= eps / 2
        g[i] = np.sum(dy * (f(up) - f(down))) / eps
    return g
