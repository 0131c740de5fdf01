# The repair of x *= makes float64 of float32.
# RepairedDropout-forward: pass
# RepairedDropout-gradient: pass
# RepairedDropout-batches: pass
# RepairedDropout-conventions: fail "layer.forward changes the dtype"
class RepairedDropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        self.mask = None

    def forward(self, x, training=True):
        self.mask = np.ones(x.shape)
        if training:
            keep = self.rng.random(x.shape) >= self.p
            self.mask = keep / (1 - self.p) if self.p < 1 else keep * 1.0
        return x * self.mask

    def backward(self, dy):
        return dy * self.mask
