# Multiplies where a unit is kept, into zeros.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: pass
def ablate(activations, keep):
    out = np.zeros_like(activations)
    if keep.any():
        np.multiply(activations, len(keep) / int(keep.sum()), where=keep, out=out)
    return out
