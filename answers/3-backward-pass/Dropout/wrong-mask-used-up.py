# Throws the mask away after the first backward.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: fail "After a forward and a backward, backward stops with an error"
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        y, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return y

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("forward first")
        dx, self.mask = dy * self.mask, None
        return dx
