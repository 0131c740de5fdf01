# Stores which entries were kept apart from the scale; the mask is put together when asked for.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: pass
class Dropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p, self.rng, self.training = p, rng, True
        self.keep, self.scale = None, 1.0

    def train(self):
        self.training = True

    def eval(self):
        self.training = False

    def forward(self, x):
        self.keep, self.scale = np.ones(x.shape, bool), 1.0
        if self.training:
            self.keep = sample_keep_mask(x.shape, self.p, self.rng)
            self.scale = 1 / (1 - self.p) if self.p < 1 else 1.0
        return x * self.keep * self.scale

    @property
    def mask(self):
        return self.keep * self.scale
