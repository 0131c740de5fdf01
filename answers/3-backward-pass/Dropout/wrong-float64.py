# Stores a float64 mask.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: fail "layer.forward changes the dtype"
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        _, mask = dropout_forward(x.astype(float), self.p, self.training, self.rng)
        self.mask = mask
        return x * self.mask

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dropout_backward(dy, self.mask)
