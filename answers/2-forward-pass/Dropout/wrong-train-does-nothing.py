# Cannot be switched back to training.
# Dropout-modes: fail "layer.train() does not switch the mode"
# Dropout-training: pass
# Dropout-inference: fail "train() does not bring the dropping back"
# Dropout-mask: pass
# Dropout-conventions: pass
class Dropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        self.training = True
        self.mask = None

    def train(self):
        pass

    def eval(self):
        self.training = False

    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
