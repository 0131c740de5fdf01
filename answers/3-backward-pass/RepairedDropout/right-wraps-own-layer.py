# Tells its mode to a layer of Exercise 2.
# RepairedDropout-forward: pass
# RepairedDropout-gradient: pass
# RepairedDropout-batches: pass
# RepairedDropout-conventions: pass
class RepairedDropout:
    def __init__(self, p, rng):
        self.inner = Dropout(p, rng)

    def forward(self, x, training=True):
        if training:
            self.inner.train()
        else:
            self.inner.eval()
        return self.inner.forward(x)

    def backward(self, dy):
        return self.inner.backward(dy)
