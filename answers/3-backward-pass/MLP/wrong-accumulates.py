# Gradients are summed up over the steps.
# MLP-modes: pass
# MLP-forward: pass
# MLP-backward: pass
# MLP-step: fail "The second step is not like the first."
class MLP:
    def __init__(self, n_in, n_hidden, n_out, p, rng):
        self.first = Linear(n_in, n_hidden, rng)
        self.dropout = Dropout(p, rng)
        self.second = Linear(n_hidden, n_out, rng)
        self.sums = {}

    def train(self):
        self.dropout.train()

    def eval(self):
        self.dropout.eval()

    def forward(self, x):
        self.hidden = relu(self.first.forward(x))
        return self.second.forward(self.dropout.forward(self.hidden))

    def backward(self, dlogits):
        dhidden = self.dropout.backward(self.second.backward(dlogits))
        return self.first.backward(dhidden * (self.hidden > 0))

    def step(self, x, y, learning_rate):
        loss, dlogits = softmax_cross_entropy(self.forward(x), y)
        self.backward(dlogits)
        for place in ("first", "second"):
            layer = getattr(self, place)
            for name in ("weights", "biases"):
                gradient = getattr(layer, name + "_gradient")
                self.sums[place, name] = self.sums.get((place, name), 0) + gradient
                moved = getattr(layer, name) - learning_rate * self.sums[place, name]
                setattr(layer, name, moved)
        return loss
