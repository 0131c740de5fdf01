# A case of its own for p = 1, in float64.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: fail "p = 1 is not handled."
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        if self.training and self.p == 1:
            self.mask = np.zeros(x.shape)
            return x * self.mask
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("backward was called before any forward.")
        return dy * self.mask
