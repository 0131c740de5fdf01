# Shrinks at inference as well.
# RepairedDropout-forward: fail "The output is multiplied by 1-p at inference"
# RepairedDropout-gradient: pass
# RepairedDropout-batches: fail "After a forward at inference, backward does not return dy"
# RepairedDropout-conventions: pass
class RepairedDropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        self.mask = None

    def forward(self, x, training=True):
        output, self.mask = dropout_forward(x, self.p, training, self.rng)
        if not training:
            self.mask = self.mask * (1 - self.p)
        return x * self.mask

    def backward(self, dy):
        return dy * self.mask
