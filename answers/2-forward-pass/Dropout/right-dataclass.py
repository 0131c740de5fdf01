# A dataclass that checks p after it is made.
# Dropout-modes: pass
# Dropout-training: pass
# Dropout-inference: pass
# Dropout-mask: pass
# Dropout-conventions: pass
from dataclasses import dataclass, field


@dataclass
class Dropout:
    p: float
    rng: np.random.Generator
    training: bool = True
    mask: np.ndarray = field(default=None, repr=False)

    def __post_init__(self):
        if not 0 <= self.p <= 1:
            raise ValueError(self.p)

    def train(self):
        self.training = True

    def eval(self):
        self.training = False

    def forward(self, x):
        y, mask = dropout_forward(x, self.p, self.training, self.rng)
        self.mask = mask.copy()
        return y
