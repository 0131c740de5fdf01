# Hands f one entry instead of the whole array.
# numerical_gradient-chain-rule: fail "f is handed something else than the whole of x"
# numerical_gradient-central: fail "f is handed something else than the whole of x"
# numerical_gradient-any-x: fail "f is handed something else than the whole of x"
def numerical_gradient(f, x, dy, eps=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        g[i] = np.sum(dy * (f(x[i] + eps) - f(x[i] - eps))) / (2 * eps)
    return g
