# eval() saves the state of the generator before the last mask and train() restores it, so the first mask after train() repeats the last one.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: fail "After eval() and train() the layer repeats an earlier mask."
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
        self._state = None

    def train(self):
        """Switch to training mode."""
        self.training = True

    def eval(self):
        """Switch to inference mode."""
        self.training = False
        if self.mask is not None and self._state is not None:
            self.rng.bit_generator.state = self._state

    def forward(self, x):
        """Return the output for x in the current mode and remember the mask."""
        if self.training:
            self._state = self.rng.bit_generator.state
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
