# Zeros that are filled in.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: pass
def ablate(activations, keep):
    out = np.zeros_like(activations)
    if keep.any():
        out[:, keep] = activations[:, keep] / float(np.mean(keep))
    return out
