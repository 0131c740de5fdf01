# Adds a basis array; divides by the step that was really taken.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: pass
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    gradient = np.empty_like(x)
    for number, index in enumerate(np.ndindex(x.shape)):
        step = eps * (np.arange(x.size) == number).reshape(x.shape)
        up, down = x + step, x - step
        gradient[index] = np.vdot(dy, f(up) - f(down)) / (up[index] - down[index])
    return gradient
