# Layers with the same p are one and the same object.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: fail "Layers share their generator."
class Dropout:
    """Inverted dropout as a layer."""

    _layers = {}

    def __new__(cls, p, rng):
        if p not in cls._layers:
            cls._layers[p] = super().__new__(cls)
        return cls._layers[p]

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
        return output
