# Calls the flag train, so it hides the method.
# Dropout-modes: fail "The layer has no `training`"
# Dropout-training: pass
# Dropout-inference: fail "layer.train is not a method"
# Dropout-mask: fail "layer.train is not a method"
# Dropout-conventions: fail "The layer has no `training`"
class Dropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        self.train = True
        self.mask = None

    def train(self):
        self.train = True

    def eval(self):
        self.train = False

    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, self.train, self.rng)
        return output
