# np.where and a plain factor.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: pass
def ablate(activations, keep):
    if not keep.any():
        return np.zeros_like(activations)
    return np.where(keep, activations * (keep.size / float(keep.sum())), 0).astype(activations.dtype)
