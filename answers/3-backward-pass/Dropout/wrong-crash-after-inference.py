# Sets the mask to None at inference and multiplies by it.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: fail "After a forward at inference, backward stops with an error"
# Dropout-conventions: pass
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        if not self.training:
            self.mask = None
            return x
        y, self.mask = dropout_forward(x, self.p, True, self.rng)
        return y

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("forward first")
        return dy * self.mask
