# train and eval without self.
# Dropout-forward: fail "layer.eval() cannot be called: does the method take self?"
# Dropout-mask: pass
# Dropout-last-forward: fail "layer.eval() cannot be called: does the method take self?"
# Dropout-conventions: fail "layer.eval() cannot be called: does the method take self?"
class Dropout:
    mask = None

    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError("p must be in [0, 1]")
        self.p, self.rng, self.training = p, rng, True

    def train():
        self.training = True

    def eval():
        self.training = False

    def forward(self, x):
        y, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return y

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dropout_backward(dy, self.mask)
