# forward returns the output and the mask.
# Dropout-forward: fail "The output of layer.forward(x) is a tuple of 2, not one array"
# Dropout-mask: fail "The output of layer.forward(x) is a tuple of 2, not one array"
# Dropout-last-forward: fail "The output of layer.forward(x) is a tuple of 2, not one array"
# Dropout-conventions: fail "The output of layer.forward(x) is a tuple of 2, not one array"
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        y, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return y, self.mask

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dropout_backward(dy, self.mask)
