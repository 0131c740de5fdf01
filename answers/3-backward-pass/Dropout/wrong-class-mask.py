# Stores the mask in the class.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: fail "Layers share their mask"
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        y, Dropout.mask = dropout_forward(x, self.p, self.training, self.rng)
        return y

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dropout_backward(dy, self.mask)
