# Gates without the factor in backward.
# Dropout-forward: pass
# Dropout-mask: fail "The factor 1/(1-p) is missing in the gradient"
# Dropout-last-forward: pass
# Dropout-conventions: pass
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        y, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return y

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dy * (self.mask != 0)
