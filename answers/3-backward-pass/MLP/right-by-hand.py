# Writes the matrix products out and sets the gradients itself.
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
        self.x = x
        self.z = x @ self.first.weights + self.first.biases
        self.sent = self.dropout.forward(np.where(self.z > 0, self.z, 0.0))
        return self.sent @ self.second.weights + self.second.biases

    def backward(self, dlogits):
        self.second.weights_gradient = self.sent.T @ dlogits
        self.second.biases_gradient = dlogits.sum(0)
        dz = self.dropout.backward(dlogits @ self.second.weights.T)
        dz = np.where(self.z > 0, dz, 0.0)
        self.first.weights_gradient = self.x.T @ dz
        self.first.biases_gradient = dz.sum(0)
        return dz @ self.first.weights.T

    def step(self, x, y, learning_rate):
        loss, d = softmax_cross_entropy(self.forward(x), y)
        self.backward(d)
        for layer in (self.first, self.second):
            layer.weights -= learning_rate * layer.weights_gradient
            layer.biases -= learning_rate * layer.biases_gradient
        return loss
