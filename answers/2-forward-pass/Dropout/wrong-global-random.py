# Ignores rng and draws from a generator of its own.
# Dropout-modes: pass
# Dropout-training: fail "The coins do not come from the rng"
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: pass
class Dropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = np.random.default_rng()
        self.training = True
        self.mask = None

    def train(self):
        self.training = True

    def eval(self):
        self.training = False

    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
