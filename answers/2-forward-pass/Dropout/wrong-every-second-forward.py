# Alternates a mask with its complement to save draws.
# Dropout-modes: pass
# Dropout-training: fail "Entries are not dropped independently of each other."
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: pass
class Dropout:
    """Inverted dropout as a layer."""

    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p = p
        self.rng = rng
        self.training = True
        self.mask = None

    def train(self):
        """Switch to training mode."""
        self.training = True

    def eval(self):
        """Switch to inference mode."""
        self.training = False

    def forward(self, x):
        """Return the output for x in the current mode and remember the mask."""
        if not self.training or self.p != 0.5:
            output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
            return output
        used = self.__dict__.pop('_half', None)
        if used is not None and used.shape == x.shape:
            self.mask = 2 - used
        else:
            self.mask = dropout_forward(x, 0.5, True, self.rng)[1]
            self._half = self.mask
        return x * self.mask
