# step always trains with dropout, also after eval().
# MLP-modes: pass
# MLP-forward: pass
# MLP-backward: pass
# MLP-step: fail "step does not keep to the mode that the network is in."
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
        self.train()
        loss, dlogits = softmax_cross_entropy(self.forward(x), y)
        self.backward(dlogits)
        for layer in (self.first, self.second):
            layer.weights -= learning_rate * layer.weights_gradient
            layer.biases -= learning_rate * layer.biases_gradient
        return loss
