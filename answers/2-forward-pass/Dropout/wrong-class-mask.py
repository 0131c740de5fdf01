# Keeps the mask on the class.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: fail "Layers share their mask"
class Dropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        self.training = True

    def train(self):
        self.training = True

    def eval(self):
        self.training = False

    def forward(self, x):
        output, Dropout.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
