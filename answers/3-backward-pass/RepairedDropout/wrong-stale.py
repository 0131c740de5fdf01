# Still returns early at inference.
# RepairedDropout-forward: pass
# RepairedDropout-gradient: pass
# RepairedDropout-batches: fail "After a forward at inference, backward uses the mask of an earlier forward"
# RepairedDropout-conventions: pass
class RepairedDropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        self.mask = None

    def forward(self, x, training=True):
        if not training:
            return x
        output, self.mask = dropout_forward(x, self.p, training, self.rng)
        return output

    def backward(self, dy):
        return dy * (1 if self.mask is None else self.mask)
