# Masks without rescaling.
# Dropout-modes: pass
# Dropout-training: fail "Kept entries are not rescaled"
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
        self.mask = np.ones_like(x)
        if self.training:
            self.mask *= sample_keep_mask(x.shape, self.p, self.rng)
        return x * self.mask
