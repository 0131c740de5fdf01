# Shrinks at inference although dropout has grown in training.
# MLP-modes: pass
# MLP-forward: fail "Activations are shrunk at inference"
# MLP-backward: fail "forward is not yet right, and a gradient belongs to a forward"
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
        self.hidden = relu(self.first.forward(x))
        sent = self.dropout.forward(self.hidden)
        if not self.dropout.training:
            sent = sent * (1 - self.dropout.p)
        return self.second.forward(sent)

    def backward(self, dlogits):
        dhidden = self.dropout.backward(self.second.backward(dlogits))
        return self.first.backward(dhidden * (self.hidden > 0))

    def step(self, x, y, learning_rate):
        loss, d = softmax_cross_entropy(self.forward(x), y)
        self.backward(d)
        for layer in (self.first, self.second):
            layer.weights -= learning_rate * layer.weights_gradient
            layer.biases -= learning_rate * layer.biases_gradient
        return loss
