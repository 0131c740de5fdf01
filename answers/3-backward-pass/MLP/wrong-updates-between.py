# Updates the second layer before the gradient has passed it.
# MLP-modes: pass
# MLP-forward: pass
# MLP-backward: pass
# MLP-step: fail "The second layer is updated before the gradient has passed through it"
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
        self.hidden = relu(self.first.forward(x))
        return self.second.forward(self.dropout.forward(self.hidden))

    def backward(self, dlogits):
        dhidden = self.dropout.backward(self.second.backward(dlogits))
        return self.first.backward(dhidden * (self.hidden > 0))

    def step(self, x, y, learning_rate):
        loss, d = softmax_cross_entropy(self.forward(x), y)
        dsent = d @ self.second.weights.T
        self.second.backward(d)
        self.second.weights -= learning_rate * self.second.weights_gradient
        self.second.biases -= learning_rate * self.second.biases_gradient
        dsent = self.dropout.backward(d @ self.second.weights.T)
        self.first.backward(dsent * (self.hidden > 0))
        self.first.weights -= learning_rate * self.first.weights_gradient
        self.first.biases -= learning_rate * self.first.biases_gradient
        return loss
