# Computes softmax and loss by itself.
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
        self.hidden = relu(self.first.forward(x))
        return self.second.forward(self.dropout.forward(self.hidden))

    def backward(self, dlogits):
        dhidden = self.dropout.backward(self.second.backward(dlogits))
        return self.first.backward(dhidden * (self.hidden > 0))

    def step(self, x, y, learning_rate):
        logits = self.forward(x)
        logits = logits - logits.max(axis=1, keepdims=True)
        log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        n = len(y)
        d = np.exp(log_p)
        d[range(n), y] -= 1
        self.backward(d / n)
        for layer in (self.second, self.first):
            layer.biases -= learning_rate * layer.biases_gradient
            layer.weights -= learning_rate * layer.weights_gradient
        return -log_p[range(n), y].mean()
