# Moves a copy and puts the old value back.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: pass
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    z = np.array(x)
    g = np.empty(x.shape)
    for i in np.ndindex(*x.shape):
        old = z[i]
        z[i] = old + eps
        above = np.vdot(dy, f(z.copy()))
        z[i] = old - eps
        below = np.vdot(dy, f(z.copy()))
        z[i] = old
        g[i] = (above - below) / (2 * eps)
    return g
