# The factor has the number of removed units.
# ablate-removed: pass
# ablate-rescaled: fail "The factor uses the number of removed units"
# ablate-conventions: pass
def ablate(activations, keep):
    gone = int((~keep).sum())
    if gone == 0 or gone == len(keep):
        return activations * keep
    return activations * keep * (len(keep) / gone)
