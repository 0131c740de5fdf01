# Accepts a p that is no probability.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: fail "A p outside [0, 1] is accepted"
class Dropout:
    def __init__(self, p, rng):
        self.p = p
        self.rng = rng
        self.training = True
        self.mask = None

    def train(self):
        self.training = True

    def eval(self):
        self.training = False

    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
