# An object with masks by shape.
# freeze-repeats: pass
# freeze-drops: pass
class Frozen:
    def __init__(self, p, seed):
        self.p, self.rng, self.masks = p, np.random.default_rng(seed), {}

    def __call__(self, x):
        if x.shape not in self.masks:
            self.masks[x.shape] = dropout_forward(x, self.p, True, self.rng)[1]
        return x * self.masks[x.shape]


freeze = Frozen
