# Leaves the old mask in the layer at inference.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: fail "After a forward at inference, backward uses the mask of an earlier forward"
# Dropout-conventions: pass
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        if not self.training:
            return x
        y, self.mask = dropout_forward(x, self.p, True, self.rng)
        return y

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("forward first")
        return dy * self.mask
