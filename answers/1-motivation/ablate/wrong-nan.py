# Divides by zero if nobody is left.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: fail "The output of ablate contains nan or infinity"
def ablate(activations, keep):
    return activations * keep / float(keep.mean())
