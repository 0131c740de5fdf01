# Multiplies dy into the mask itself, so a second backward has it twice.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: fail "A second backward after one forward gives another gradient."
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("backward was called before any forward.")
        self.mask *= dy
        return self.mask
