# Draws its mask once and keeps it.
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
        if not self.training:
            self.mask = np.ones_like(x)
        elif self.mask is None or self.mask.shape != x.shape or (self.mask == 1).all():
            _, self.mask = dropout_forward(x, self.p, True, self.rng)
        return (x * self.mask).astype(x.dtype)
