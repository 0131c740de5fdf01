# The gradient after a forward at inference is zero.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: fail "After a forward at inference, backward returns zeros"
# Dropout-conventions: pass
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        y, mask = dropout_forward(x, self.p, self.training, self.rng)
        self.mask = mask if self.training else np.zeros_like(x)
        return y

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dropout_backward(dy, self.mask)
