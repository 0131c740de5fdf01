# The mask of a forward at inference is float64, and so is the gradient.
# RepairedDropout-forward: pass
# RepairedDropout-gradient: pass
# RepairedDropout-batches: pass
# RepairedDropout-conventions: fail "layer.backward changes the dtype."
class RepairedDropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p, self.rng, self.mask = p, rng, None

    def forward(self, x, training=True):
        self.mask = np.ones(x.shape)
        if not training:
            return x
        output, self.mask = dropout_forward(x, self.p, True, self.rng)
        return output

    def backward(self, dy):
        return dy * self.mask
