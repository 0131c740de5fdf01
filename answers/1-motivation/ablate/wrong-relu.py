# Cuts off negative activations on the way.
# ablate-removed: fail "Negative activations are cut off"
# ablate-rescaled: fail "Kept units are not multiplied by one common factor"
# ablate-conventions: fail "Keeping every unit changes the activations"
def ablate(activations, keep):
    if not keep.any():
        return np.zeros_like(activations)
    return np.maximum(activations, 0) * keep * (len(keep) / int(keep.sum()))
