# Forgets that kept activations are scaled up in training.
# variance_shift-zero: fail "kept entries are not rescaled"
# variance_shift-mean: fail "kept entries are not rescaled"
# variance_shift-edges: fail "p = 1 is not handled"
def variance_shift(p, mean=0.0, variance=1.0):
    if not 0 <= p <= 1:
        raise ValueError(p)
    keep = 1 - p
    training = keep * (variance + mean**2) - keep**2 * mean**2
    return variance / training if training else 1.0
