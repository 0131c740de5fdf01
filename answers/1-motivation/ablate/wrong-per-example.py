# Restores the sum of every example.
# ablate-removed: pass
# ablate-rescaled: fail "Kept units are not multiplied by one common factor"
# ablate-conventions: pass
def ablate(activations, keep):
    out = activations * keep
    before, after = activations.sum(axis=1, keepdims=True), out.sum(axis=1, keepdims=True)
    return out * np.divide(before, after, out=np.zeros_like(before), where=after != 0)
