# Keeps the mode in a private name behind a property.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: pass
class Dropout:
    def __init__(self, p, rng):
        sample_keep_mask((0,), p, rng)
        self.p, self.rng, self._mode = p, rng, "train"

    @property
    def training(self):
        return self._mode == "train"

    def train(self):
        self._mode = "train"

    def eval(self):
        self._mode = "eval"

    def forward(self, x):
        if not self.training or self.p == 0:
            self.mask = np.ones_like(x)
            return x
        y, self.mask = dropout_forward(x, self.p, True, self.rng)
        return y
