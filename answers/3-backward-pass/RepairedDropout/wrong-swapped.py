# Keeps with probability p.
# RepairedDropout-forward: fail "Drop and keep are swapped: p is the probability of dropping"
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
        self.mask = np.ones_like(x)
        if training:
            keep = self.rng.random(x.shape) < self.p if self.p not in (0, 1) else np.full(x.shape, self.p == 0)
            self.mask = keep.astype(x.dtype) / (1 - self.p if self.p < 1 else 1)
        return x * self.mask

    def backward(self, dy):
        return dy * self.mask
