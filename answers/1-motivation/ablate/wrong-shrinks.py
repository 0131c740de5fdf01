# Multiplies by the share kept instead of dividing.
# ablate-removed: pass
# ablate-rescaled: fail "Kept units are shrunk by the share kept instead of enlarged"
# ablate-conventions: pass
def ablate(activations, keep):
    return activations * keep * float(keep.mean())
