# In training the mask is derived from output != 0, so a kept entry with x = 0 looks dropped.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: fail "The mask is read off the zeros of the output."
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
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        if self.training:
            self.mask = np.where(output != 0, self.mask, 0).astype(x.dtype)
        return output
