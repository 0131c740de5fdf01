# Keeps the right number of units, but always the first.
# ablate-removed: fail "The right number of units is removed, but not those that `keep` names"
# ablate-rescaled: fail "Kept units are not multiplied by one common factor"
# ablate-conventions: pass
def ablate(activations, keep):
    kept = int(keep.sum())
    out = np.zeros_like(activations)
    if kept:
        out[:, :kept] = activations[:, :kept] * (len(keep) / kept)
    return out
