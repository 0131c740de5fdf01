# Remembers None after a forward at inference and passes the gradient then.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: pass
class Dropout(TwoModes):
    ran = False

    def forward(self, x):
        self.ran = True
        if not self.training:
            self.mask = None
            return x
        y, self.mask = dropout_forward(x, self.p, True, self.rng)
        return y

    def backward(self, dy):
        if not self.ran:
            raise RuntimeError("forward first")
        return dy if self.mask is None else dy * self.mask
