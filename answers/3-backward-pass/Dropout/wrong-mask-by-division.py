# Divides output by input to get the mask back.
# Dropout-forward: pass
# Dropout-mask: fail "The mask is read off the zeros of the output"
# Dropout-last-forward: pass
# Dropout-conventions: pass
class Dropout(TwoModes):
    x = None

    def forward(self, x):
        self.x = x
        self.y, _ = dropout_forward(x, self.p, self.training, self.rng)
        return self.y

    def backward(self, dy):
        if self.x is None:
            raise RuntimeError("forward first")
        ratio = np.zeros_like(dy)
        np.divide(self.y, self.x, out=ratio, where=self.x != 0)
        return dy * ratio
