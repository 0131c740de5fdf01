# One row of coins for the whole batch.
# Dropout-forward: fail "All examples of the batch share one mask."
# Dropout-mask: fail "Entries that happen to be 0 get the wrong gradient."
# Dropout-last-forward: pass
# Dropout-conventions: pass
class Dropout(TwoModes):
    mask = None

    def forward(self, x):
        self.mask = np.ones_like(x)
        if self.training:
            keep = sample_keep_mask((1, x.shape[1]), self.p, self.rng)
            self.mask = self.mask * keep
            if self.p < 1:
                self.mask /= 1 - self.p
        return x * self.mask

    def backward(self, dy):
        if self.mask is None:
            raise RuntimeError("backward was called before any forward.")
        return dy * self.mask
