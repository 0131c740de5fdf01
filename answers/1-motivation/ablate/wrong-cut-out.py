# Cuts the columns out.
# ablate-removed: fail "The columns of the removed units are cut out"
# ablate-rescaled: fail "The columns of the removed units are cut out"
# ablate-conventions: fail "The columns of the removed units are cut out"
def ablate(activations, keep):
    return activations[:, keep] * (len(keep) / max(int(keep.sum()), 1))
