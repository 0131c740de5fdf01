# A backward before any forward stops with a TypeError.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: fail "A backward before any forward is not refused with RuntimeError"
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        y, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return y

    def backward(self, dy):
        return dropout_backward(dy, self.mask)
