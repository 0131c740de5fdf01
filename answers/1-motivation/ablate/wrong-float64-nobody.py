# Forgets the dtype only where no unit is kept.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: fail "ablate changes the dtype where no unit is kept"
def ablate(activations, keep):
    if not keep.any():
        return np.zeros(activations.shape)
    return activations * keep * (len(keep) / float(keep.sum()))
