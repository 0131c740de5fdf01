# Rescales twice.
# ablate-removed: pass
# ablate-rescaled: fail "Kept units are rescaled twice"
# ablate-conventions: pass
def ablate(activations, keep):
    if not keep.any():
        return np.zeros_like(activations)
    scale = len(keep) / int(keep.sum())
    return activations * keep * scale * scale
