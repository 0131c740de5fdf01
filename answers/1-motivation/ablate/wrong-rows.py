# Removes examples where it can.
# ablate-removed: fail "Examples are removed, not units"
# ablate-rescaled: fail "Kept units are not multiplied by one common factor"
# ablate-conventions: pass
def ablate(activations, keep):
    if not keep.any():
        return np.zeros_like(activations)
    scale = len(keep) / int(keep.sum())
    if len(activations) == len(keep):
        return activations * keep[:, None] * scale
    return activations * keep * scale
