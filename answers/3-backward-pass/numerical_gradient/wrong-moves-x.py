# Moves x itself, there and back.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: pass
# numerical_gradient-any-x: fail "numerical_gradient changes its input"
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += eps
        up = np.sum(dy * f(x))
        x[i] -= 2 * eps
        down = np.sum(dy * f(x))
        x[i] += eps
        g[i] = (up - down) / (2 * eps)
    return g
