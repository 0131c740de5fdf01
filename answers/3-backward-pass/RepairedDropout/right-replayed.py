# Remembers a seed that it drew, and draws the mask again.
# RepairedDropout-forward: pass
# RepairedDropout-gradient: pass
# RepairedDropout-batches: pass
# RepairedDropout-conventions: pass
class RepairedDropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p, self.rng = p, rng

    def forward(self, x, training=True):
        self.training, self.seed = training, self.rng.integers(2**63)
        return self._gate(x)

    def backward(self, dy):
        return self._gate(dy)

    def _gate(self, z):
        return dropout_forward(z, self.p, self.training, np.random.default_rng(self.seed))[0]
