# Moves an entry up, then down, and leaves it there.
# numerical_gradient-chain-rule: pass
# numerical_gradient-central: fail "An entry that was moved is not put back"
# numerical_gradient-any-x: pass
def numerical_gradient(f, x, dy, eps=1e-5):
    gradient, moved = np.zeros_like(x), x.copy()
    for index in np.ndindex(x.shape):
        moved[index] += eps
        above = f(moved.copy())
        moved[index] -= 2 * eps
        below = f(moved.copy())
        gradient[index] = np.sum(dy * (above - below)) / (2 * eps)
    return gradient
