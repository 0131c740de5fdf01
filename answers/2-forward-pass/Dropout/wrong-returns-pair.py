# Returns the pair of dropout_forward.
# Dropout-modes: pass
# Dropout-training: fail "The output of layer.forward(x) is a tuple"
# Dropout-inference: fail "The output of layer.forward(x) is a tuple"
# Dropout-mask: fail "The output of layer.forward(x) is a tuple"
# Dropout-conventions: fail "The output of layer.forward(x) is a tuple"
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
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output, self.mask
