# Draws one mask and keeps it for ever.
# Dropout-forward: fail "Every forward drops the same entries"
# Dropout-mask: pass
# Dropout-last-forward: fail "backward goes by the mode it is called in, not by that of the last forward"
# Dropout-conventions: pass
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        if not self.training:
            return x
        if self.mask is None or self.mask.shape != x.shape:
            _, self.mask = dropout_forward(x, self.p, True, self.rng)
        return x * self.mask

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dy * self.mask if self.training else dy
