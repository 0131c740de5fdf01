# Does not use dropout_forward, and returns itself from train and eval.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: pass
class Dropout:
    def __init__(self, p=0.5, rng=None):
        if p < 0 or p > 1:
            raise ValueError(f"{p} is no probability")
        self.p, self.rng = p, rng
        self.train()

    def train(self, mode=True):
        self.training = mode
        return self

    def eval(self):
        return self.train(False)

    def forward(self, x):
        self.mask = np.ones_like(x)
        if self.training:
            keep = self.rng.binomial(1, 1 - self.p, size=x.shape)
            self.mask = (keep / max(1 - self.p, 1e-300)).astype(x.dtype)
        return x * self.mask

    __call__ = forward
