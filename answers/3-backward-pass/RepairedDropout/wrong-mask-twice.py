# Multiplies by the mask twice in backward.
# RepairedDropout-forward: pass
# RepairedDropout-gradient: fail "The mask is multiplied in twice"
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
        output, self.mask = dropout_forward(x, self.p, training, self.rng)
        return output

    def backward(self, dy):
        return dy * self.mask**2
