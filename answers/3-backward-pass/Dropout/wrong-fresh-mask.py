# Draws new coins in backward.
# Dropout-forward: pass
# Dropout-mask: fail "The gradient passes through another mask than the forward pass did"
# Dropout-last-forward: fail "The gradient passes through another mask than the forward pass did"
# Dropout-conventions: fail "A second backward after one forward gives another gradient"
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        self.mask = True
        self.noisy = self.training
        return dropout_forward(x, self.p, self.training, self.rng)[0]

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("no forward yet")
        return dropout_forward(dy, self.p, self.noisy, self.rng)[0]
