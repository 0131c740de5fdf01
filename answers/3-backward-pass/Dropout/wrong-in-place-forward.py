# Writes into x.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: fail "layer.forward changes its input"
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        _, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        x *= self.mask
        return x

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dropout_backward(dy, self.mask)
