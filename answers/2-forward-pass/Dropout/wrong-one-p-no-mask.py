# Returns zeros early at p = 1 in training without setting the mask.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: fail "The layer does not remember its mask."
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
        if self.p == 1 and self.training:
            return np.zeros_like(x)
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
