# Doubles, as if half were always kept.
# ablate-removed: pass
# ablate-rescaled: fail "Kept units are doubled, however many are kept"
# ablate-conventions: pass
def ablate(activations, keep):
    return activations * keep * (2.0 if not keep.all() else 1.0)
