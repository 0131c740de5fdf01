# Reads the mask off the zeros of the output.
# Dropout-forward: pass
# Dropout-mask: fail "The mask is read off the zeros of the output"
# Dropout-last-forward: pass
# Dropout-conventions: pass
class Dropout(TwoModes):
    y = None

    def forward(self, x):
        self.y, _ = dropout_forward(x, self.p, self.training, self.rng)
        self.scale = 1 / (1 - self.p) if self.training and self.p < 1 else 1
        return self.y

    def backward(self, dy):
        if self.y is None:
            raise RuntimeError("forward first")
        return dy * (self.y != 0) * self.scale
