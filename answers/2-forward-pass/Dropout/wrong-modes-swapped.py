# Drops at inference and not in training.
# Dropout-modes: pass
# Dropout-training: fail "Nothing is dropped"
# Dropout-inference: fail "Entries are dropped at inference"
# Dropout-mask: fail "layer.mask is not all ones"
# Dropout-conventions: fail "p = 1 is not handled"
class Dropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        self.training = True
        self.mask = None

    def train(self):
        self.training = True

    def eval(self):
        self.training = False

    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, not self.training, self.rng)
        return output
