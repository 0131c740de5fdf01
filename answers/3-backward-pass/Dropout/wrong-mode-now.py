# Asks for the mode at backward time.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: fail "backward goes by the mode it is called in, not by that of the last forward"
# Dropout-conventions: pass
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        y, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return y

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        if not self.training:
            return dy
        return dy * self.mask
