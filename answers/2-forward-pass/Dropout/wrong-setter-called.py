# Asks the method train instead of the flag.
# Dropout-modes: pass
# Dropout-training: fail "Nothing is dropped"
# Dropout-inference: fail "train() does not bring the dropping back"
# Dropout-mask: pass
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
        output, self.mask = dropout_forward(x, self.p, self.train(), self.rng)
        return output
