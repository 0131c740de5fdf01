# Uses nditer with a multi-index.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: pass
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    grad = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        i = it.multi_index
        step = np.zeros(x.shape)
        step[i] = eps
        grad[i] = np.tensordot(dy, f(x + step) - f(x - step), axes=dy.ndim) / 2 / eps
        it.iternext()
    return grad
