# An answer returns arrays, lists and texts of hundreds of megabytes.
# base: right
# points: 25
# status: graded|crashed|timed out
# %% Dropout
class Dropout:
    training = "x" * 100_000_000

    def __init__(self, p, rng):
        pass

    def train(self):
        return [[]] * 20_000_000

    eval = train

    def forward(self, x):
        return np.zeros(30_000_000)
