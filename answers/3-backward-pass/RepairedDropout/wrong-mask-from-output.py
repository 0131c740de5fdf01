# Still reads the mask off the output.
# RepairedDropout-forward: pass
# RepairedDropout-gradient: fail "The mask is read off the zeros of the output"
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
        self.out, _ = dropout_forward(x, self.p, training, self.rng)
        self.scale = 1 / (1 - self.p) if training and self.p < 1 else 1
        return self.out

    def backward(self, dy):
        return dy * (self.out != 0) * self.scale
