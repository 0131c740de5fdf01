# Divides by p in backward, which nobody notices at p = 0.5.
# Dropout-forward: pass
# Dropout-mask: fail "The gradient is divided by p, not by 1-p"
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

        if (self.mask == 1).all():
            return dy
        return dy * (self.mask != 0) / self.p if self.p else dy
