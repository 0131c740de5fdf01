# A numpy number makes float64 of everything.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: fail "ablate changes the dtype"
def ablate(activations, keep):
    if not keep.any():
        return np.zeros_like(activations)
    return activations * keep * (len(keep) / keep.sum())
