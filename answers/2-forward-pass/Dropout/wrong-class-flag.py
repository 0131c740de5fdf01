# Keeps the mode on the class, so all layers share it.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: fail "Layers share their mode"
class Dropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        Dropout.training = True
        self.mask = None

    def train(self):
        Dropout.training = True

    def eval(self):
        Dropout.training = False

    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
