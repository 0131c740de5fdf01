# Keeps a list of masks and takes the oldest one.
# Dropout-forward: pass
# Dropout-mask: fail "The gradient passes through another mask than the forward pass did"
# Dropout-last-forward: fail "backward uses the mask of an earlier forward"
# Dropout-conventions: pass
class Dropout(TwoModes):
    masks = []

    def forward(self, x):
        y, mask = dropout_forward(x, self.p, self.training, self.rng)
        self.masks = [*self.masks, mask]
        return y

    def backward(self, dy):
        if not self.masks:
            raise RuntimeError("forward first")
        mask, *rest = self.masks
        self.masks = rest or [mask]
        return dy * mask
