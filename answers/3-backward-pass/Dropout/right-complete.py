# A complete class of its own, without TwoModes.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: pass
class Dropout:
    def __init__(self, p, rng):
        if p < 0 or p > 1:
            raise ValueError("p")
        self.p, self.rng, self.training = p, rng, True

    def train(self, mode=True):
        self.training = mode

    def eval(self):
        self.train(False)

    def forward(self, x):
        y, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return y

    def backward(self, dy):
        if not hasattr(self, "mask"):
            raise RuntimeError("forward first")
        return dy * self.mask
