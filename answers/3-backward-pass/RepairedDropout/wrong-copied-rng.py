# Copies the generator: layers that share one drop the same units.
# RepairedDropout-forward: fail "Two layers that are handed one rng have the same masks."
# RepairedDropout-gradient: pass
# RepairedDropout-batches: pass
# RepairedDropout-conventions: pass
import copy


class RepairedDropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p, self.rng, self.mask = p, copy.deepcopy(rng), None

    def forward(self, x, training=True):
        output, self.mask = dropout_forward(x, self.p, training, self.rng)
        return output

    def backward(self, dy):
        return dy * self.mask
