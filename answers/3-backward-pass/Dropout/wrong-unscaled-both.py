# Vanilla masks in both directions.
# Dropout-forward: fail "Kept entries are not rescaled"
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: pass
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        y, mask = dropout_forward(x, self.p, self.training, self.rng)
        self.mask = (mask != 0).astype(x.dtype)
        return x * self.mask

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dropout_backward(dy, self.mask)
