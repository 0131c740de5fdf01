# Uses the number of all entries.
# ablate-removed: pass
# ablate-rescaled: fail "The factor is too large by the number of examples"
# ablate-conventions: fail "Keeping every unit changes the activations"
def ablate(activations, keep):
    if not keep.any():
        return np.zeros_like(activations)
    return activations * keep * (activations.size / int(keep.sum()))
