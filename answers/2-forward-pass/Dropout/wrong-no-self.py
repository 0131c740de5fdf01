# Leaves self out of train and eval.
# Dropout-modes: fail "raised TypeError"
# Dropout-training: pass
# Dropout-inference: fail "raised TypeError"
# Dropout-mask: fail "raised TypeError"
# Dropout-conventions: fail "raised TypeError"
class Dropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        self.training = True
        self.mask = None

    def train():
        Dropout.training = True

    def eval():
        Dropout.training = False

    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
