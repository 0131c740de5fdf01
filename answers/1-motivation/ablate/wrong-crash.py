# Divides by zero in Python if nobody is left.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: fail "There is no answer where no unit is kept"
def ablate(activations, keep):
    return activations * keep * (len(keep) / int(keep.sum()))
