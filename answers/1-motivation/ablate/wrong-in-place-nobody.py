# Writes into its input only where no unit is kept.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: fail "ablate changes its input"
def ablate(activations, keep):
    if not keep.any():
        activations[:] = 0
        return activations
    return activations * keep * (len(keep) / int(keep.sum()))
