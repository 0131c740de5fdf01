# Moves a whole row at once.
# numerical_gradient-chain-rule: fail "All entries of a row of x are moved at once"
# numerical_gradient-central: fail "This is not the central difference with this eps"
# numerical_gradient-any-x: fail "The gradient depends on how the same numbers are laid out in x"
def numerical_gradient(f, x, dy, eps=1e-5):
    if x.ndim < 2:
        x2 = x[:, None]
        return numerical_gradient(lambda z: f(z[:, 0]), x2, dy, eps)[:, 0]
    g = np.zeros_like(x)
    for r in range(len(x)):
        up, down = x.copy(), x.copy()
        up[r] += eps
        down[r] -= eps
        g[r] = np.sum(dy * (f(up) - f(down))) / (2 * eps)
    return g
