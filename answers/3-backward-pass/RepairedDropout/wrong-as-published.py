# The published layer, unchanged.
# RepairedDropout-forward: fail "Every forward drops the same entries"
# RepairedDropout-gradient: fail "The gradient is divided by p, not by 1-p"
# RepairedDropout-batches: fail "After a forward at inference, backward uses the mask of an earlier forward"
# RepairedDropout-conventions: fail "layer.forward changes its input"
class RepairedDropout:
    def __init__(self, p, rng):
        assert 0 <= p < 1
        self.p = p
        self.rng = rng
        self.out = None

    def forward(self, x, training=True):
        if not training:
            return x
        rng = np.random.default_rng(0)
        x *= (rng.random(x.shape) >= self.p) / (1 - self.p)
        self.out = x
        return x

    def backward(self, dy):
        return dy * (self.out != 0) / self.p
