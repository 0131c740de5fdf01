# The mask of a forward at inference is float64, whatever x is, and so is the gradient.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: fail "layer.backward changes the dtype."
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        self.mask = np.ones(x.shape)
        if not self.training:
            return x
        output, self.mask = dropout_forward(x, self.p, True, self.rng)
        return output

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("backward was called before any forward.")
        return dy * self.mask
