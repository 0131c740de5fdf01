# Drops before the ReLU, which makes no difference.
# MLP-modes: pass
# MLP-forward: pass
# MLP-backward: pass
# MLP-step: pass
class MLP:
    def __init__(self, n_in, n_hidden, n_out, p, rng):
        self.first = Linear(n_in, n_hidden, rng)
        self.dropout = Dropout(p, rng)
        self.second = Linear(n_hidden, n_out, rng)

    def train(self):
        self.dropout.train()

    def eval(self):
        self.dropout.eval()

    def forward(self, x):
        self.z = self.dropout.forward(self.first.forward(x))
        return self.second.forward(relu(self.z))

    def backward(self, dlogits):
        dz = self.second.backward(dlogits) * (self.z > 0)
        return self.first.backward(self.dropout.backward(dz))

    def step(self, x, y, learning_rate):
        loss, d = softmax_cross_entropy(self.forward(x), y)
        self.backward(d)
        for layer in (self.first, self.second):
            layer.weights -= learning_rate * layer.weights_gradient
            layer.biases -= learning_rate * layer.biases_gradient
        return loss
