# Selects instead of multiplying.
# RepairedDropout-forward: pass
# RepairedDropout-gradient: pass
# RepairedDropout-batches: pass
# RepairedDropout-conventions: pass
class RepairedDropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        self.mask = None

    def forward(self, x, training=True):
        self.kept = sample_keep_mask(x.shape, self.p if training else 0.0, self.rng)
        self.scale = 1 / (1 - self.p) if training and self.p < 1 else 1
        return np.where(self.kept, x * self.scale, 0).astype(x.dtype)

    def backward(self, dy):
        return np.where(self.kept, dy * self.scale, 0).astype(dy.dtype)
