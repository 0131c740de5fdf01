# Collects the gradient in single precision.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: pass
# numerical_gradient-any-x: fail "The gradient has another dtype than x."
def numerical_gradient(f, x, dy, eps=1e-5):
    gradient = np.zeros(x.shape, dtype=np.float32)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += eps
        down[index] -= eps
        gradient[index] = np.sum(dy * (f(up) - f(down))) / (2 * eps)
    return gradient
