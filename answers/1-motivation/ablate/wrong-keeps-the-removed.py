# Removes what should stay.
# ablate-removed: fail "The units to keep are removed, and the others kept"
# ablate-rescaled: fail "The factor uses the number of removed units"
# ablate-conventions: fail "Removing every unit leaves something"
def ablate(activations, keep):
    if not (~keep).any():
        return np.zeros_like(activations)
    return activations * ~keep * (len(keep) / int((~keep).sum()))
