# Passes the gradient through.
# Dropout-forward: pass
# Dropout-mask: fail "The gradient passes as if nothing had been dropped"
# Dropout-last-forward: fail "The gradient passes as if nothing had been dropped"
# Dropout-conventions: fail "p = 1 is not handled"
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        y, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return y

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dy.copy()
