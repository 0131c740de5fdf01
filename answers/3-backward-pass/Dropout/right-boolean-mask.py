# Stores booleans and the mode of the forward.
# Dropout-forward: pass
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: pass
class Dropout(TwoModes):
    def _apply(self, values):
        scale = 1 / (1 - self.p) if self.noisy and self.p < 1 else 1
        return values * self.keep * scale

    def forward(self, x):
        self.noisy = self.training
        self.keep = sample_keep_mask(x.shape, self.p, self.rng) if self.noisy else True
        return self._apply(x)

    def backward(self, dy):
        if not hasattr(self, "keep"):
            raise RuntimeError("forward first")
        return self._apply(dy)
