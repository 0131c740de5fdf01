# Keeps the variance instead of the mean.
# ablate-removed: pass
# ablate-rescaled: fail "The factor is the square root of the right one"
# ablate-conventions: pass
def ablate(activations, keep):
    if not keep.any():
        return np.zeros_like(activations)
    return activations * keep * float(np.sqrt(len(keep) / keep.sum()))
