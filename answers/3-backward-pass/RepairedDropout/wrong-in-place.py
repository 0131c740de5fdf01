# Still writes into x.
# RepairedDropout-forward: pass
# RepairedDropout-gradient: pass
# RepairedDropout-batches: pass
# RepairedDropout-conventions: fail "layer.forward changes its input"
class RepairedDropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        self.mask = None

    def forward(self, x, training=True):
        _, self.mask = dropout_forward(x, self.p, training, self.rng)
        x *= self.mask
        return x

    def backward(self, dy):
        return dy * self.mask
