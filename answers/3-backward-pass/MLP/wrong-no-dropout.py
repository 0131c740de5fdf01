# Forgets the dropout.
# MLP-modes: fail "After train() the network answers the same twice"
# MLP-forward: fail "Nothing is dropped in training"
# MLP-backward: pass
# MLP-step: fail "step trains without dropout"
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
        return self.second.forward(self.hidden)

    def backward(self, dlogits):
        return self.first.backward(self.second.backward(dlogits) * (self.hidden > 0))

    def step(self, x, y, learning_rate):
        loss, d = softmax_cross_entropy(self.forward(x), y)
        self.backward(d)
        for layer in (self.first, self.second):
            layer.weights -= learning_rate * layer.weights_gradient
            layer.biases -= learning_rate * layer.biases_gradient
        return loss
