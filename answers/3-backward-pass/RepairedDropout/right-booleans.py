# Stores booleans and a scale.
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
        self.scale = 1 / (1 - self.p) if training and self.p < 1 else 1
        self.keep = self.rng.random(x.shape) >= self.p if training else np.ones(x.shape, bool)
        return x * self.keep * self.scale

    def backward(self, dy):
        return dy * self.keep * self.scale
