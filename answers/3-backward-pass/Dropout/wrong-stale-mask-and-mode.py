# Leaves the old mask and asks for the mode at backward time.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: fail "backward goes by the mode it is called in, not by that of the last forward"
# Dropout-conventions: pass
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        y, self.mask = dropout_forward(x, self.p, True, self.rng)
        return y

    def backward(self, dy):
        if not self.training or self.p == 0:
            return dy
        if self.mask is None:
            raise RuntimeError("forward first")
        return dy * self.mask
