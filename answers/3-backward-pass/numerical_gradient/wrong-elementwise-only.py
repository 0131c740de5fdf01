# Assumes that the output has the shape of x.
# numerical_gradient-chain-rule: fail "The gradient has the shape of dy, not that of x"
# numerical_gradient-central: pass
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    return dy * (f(x + eps) - f(x - eps)) / (2 * eps)
