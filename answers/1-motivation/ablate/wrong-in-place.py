# Writes into its input.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: fail "ablate changes its input"
def ablate(activations, keep):
    activations[:, ~keep] = 0
    if keep.any():
        activations *= len(keep) / int(keep.sum())
    return activations
