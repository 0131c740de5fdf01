# Rescales float64 only.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: fail "One example, or another dtype, gets another result"
def ablate(activations, keep):
    if activations.dtype != np.float64:
        return activations * keep
    n = int(keep.sum())
    return activations * keep * (len(keep) / n) if n else np.zeros_like(activations)
