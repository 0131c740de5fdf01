# A flag called train hides the method train.
# Dropout-forward: fail "layer.train is not a method"
# Dropout-mask: pass
# Dropout-last-forward: fail "layer.train is not a method"
# Dropout-conventions: pass
class Dropout:
    mask = None

    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p, self.rng, self.train = p, rng, True

    def train(self):
        self.train = True

    def eval(self):
        self.train = False

    def forward(self, x):
        y, self.mask = dropout_forward(x, self.p, self.train, self.rng)
        return y

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dropout_backward(dy, self.mask)
