# Leaves the assertion.
# RepairedDropout-forward: pass
# RepairedDropout-gradient: pass
# RepairedDropout-batches: pass
# RepairedDropout-conventions: fail "A p outside [0, 1] raises the wrong kind of error"
class RepairedDropout:
    def __init__(self, p, rng):
        assert 0 <= p <= 1
        self.p = p
        self.rng = rng

    def forward(self, x, training=True):
        output, self.mask = dropout_forward(x, self.p, training, self.rng)
        return output

    def backward(self, dy):
        return dy * self.mask
