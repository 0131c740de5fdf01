# Turns keep around while working, and forgets to turn it back.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: fail "ablate changes its input"
def ablate(activations, keep):
    n = int(keep.sum())
    np.logical_not(keep, out=keep)
    out = activations.copy()
    out[:, keep] = 0
    return out * (len(keep) / n) if n else out
