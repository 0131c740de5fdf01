# Divides by p in both directions.
# RepairedDropout-forward: fail "Kept entries are multiplied by 1/p"
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
        if training and self.p > 0:
            self.mask = (self.rng.random(x.shape) >= self.p).astype(x.dtype) / self.p
        return x * self.mask

    def backward(self, dy):
        return dy * self.mask
