# Stores a function that knows the mask.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: pass
class Dropout(TwoModes):
    def _back(self, dy):
        raise RuntimeError("There was no forward.")

    def forward(self, x):
        y, mask = dropout_forward(x, self.p, self.training, self.rng)
        self._back = lambda dy: dropout_backward(dy, mask)
        return y

    def backward(self, dy):
        return self._back(dy)
