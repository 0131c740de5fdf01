# Uses the number of examples.
# ablate-removed: pass
# ablate-rescaled: fail "The factor uses the number of examples instead of that of units"
# ablate-conventions: fail "Keeping every unit changes the activations"
def ablate(activations, keep):
    if not keep.any():
        return np.zeros_like(activations)
    return activations * keep * (len(activations) / int(keep.sum()))
