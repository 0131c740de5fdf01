# Coins from the global generator, which no seed of rng repeats.
# Dropout-forward: fail "The coins do not come from the rng that is handed in."
# Dropout-mask: pass
# Dropout-last-forward: pass
# Dropout-conventions: pass
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        self.mask = np.ones_like(x)
        if self.training:
            self.mask = (np.random.random(x.shape) >= self.p).astype(x.dtype)
            if self.p < 1:
                self.mask /= 1 - self.p
        return x * self.mask

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("backward was called before any forward.")
        return dy * self.mask
