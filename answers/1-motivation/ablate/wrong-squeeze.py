# Squeezes a batch of one example.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: fail "The output of ablate has the wrong shape"
def ablate(activations, keep):
    n = int(keep.sum())
    if not n:
        return np.zeros_like(activations)
    return np.squeeze(activations * keep * (len(keep) / n))
