# Whole-number division.
# ablate-removed: pass
# ablate-rescaled: fail "The factor is cut down to a whole number"
# ablate-conventions: pass
def ablate(activations, keep):
    if not keep.any():
        return np.zeros_like(activations)
    return activations * keep * (len(keep) // int(keep.sum()))
