# Uses __slots__, so objects have no __dict__ and mask does not exist before the first forward.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: pass
class Dropout:
    __slots__ = ("_p", "_rng", "training", "mask")

    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self._p, self._rng, self.training = p, rng, True

    def train(self):
        self.training = True

    def eval(self):
        self.training = False

    def forward(self, x):
        result = dropout_forward(x, self._p, self.training, self._rng)
        self.mask = result[1]
        return result[0]
