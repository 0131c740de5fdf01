# Rests by setting p to 0 and remembers the old p, which a second eval() overwrites.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: fail "After eval(), train() does not bring the dropping back."
# Dropout-mask: pass
# Dropout-conventions: pass
class Dropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p, self.rng, self.training, self.mask = p, rng, True, None

    def train(self):
        self.training = True
        self.p = getattr(self, "p_of_training", self.p)

    def eval(self):
        self.training = False
        self.p_of_training, self.p = self.p, 0

    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
