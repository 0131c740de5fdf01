# A generator without a seed, whatever rng is.
# RepairedDropout-forward: fail "The coins do not come from the rng that is handed in."
# RepairedDropout-gradient: pass
# RepairedDropout-batches: pass
# RepairedDropout-conventions: pass
class RepairedDropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p, self.rng, self.mask = p, np.random.default_rng(), None

    def forward(self, x, training=True):
        output, self.mask = dropout_forward(x, self.p, training, self.rng)
        return output

    def backward(self, dy):
        return dy * self.mask
