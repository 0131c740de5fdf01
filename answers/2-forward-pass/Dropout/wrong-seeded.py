# Makes a new generator from a seed in every forward.
# Dropout-modes: pass
# Dropout-training: fail "Every call gives the same mask"
# Dropout-inference: pass
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
        self.training = True

    def eval(self):
        self.training = False

    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, self.training, np.random.default_rng(0))
        return output
